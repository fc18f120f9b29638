"""Words of every abstract, which do not tell a reader what two papers have in common.

For display only: likeness counts them as any other. The lists were begun with the words that stand in 5,000
abstracts of many fields but hardly ever in their titles, and sorted by hand. No word that speaks for a topic
by itself may be here (tests/topics/test_filler.py).
"""

from __future__ import annotations

from generator.text.words import stem

# They spoil a phrase as well: "significant gains", "propose agents".
_EMPTY = """
    ability able absence accelerate accept accessible accomplish accord account accurate achieve acquire
    actual add addition address adjust adopt advance advantage advent affect aforementioned aggregate aim
    align alleviate allocate allow alter alternative amount ample analyze annotate anticipate apart
    apparent appear applicable apply appropriate arbitrary argue arise art article ask aspect assign
    assist assume assumption attach attain attempt attract author available avoid aware back background
    bad base basic basis become begin behave belong beneficial benefit beside best better big bridge
    bring broad broaden build bulk calculate call capable capacity care carry case cause central certain
    challenge change characteristic characterize check choice choose circumvent claim clarify classic
    clean clear close combine come common community compare comparison compatible compelling competitive
    complement complementary complete complicate comprehend comprehensive comprise concern conclude
    conclusion conduct confirm consequence consider considerable constant constitute construct consume
    contain contribute conventional convert convey convincing cope correct correspond counterpart cover
    create critical crucial cumbersome current cut daily date day deal decade decent decrease dedicate
    define degrade degree deliver delve demand demonstrate deploy derive describe description desire
    despite detail determine develop deviate devise dictate differ difficult difficulty disadvantage
    discover discuss display distinct distinguish diverse divide double dramatic draw drawback drive drop
    dub due ease easy effect efficacy effort eight elaborate elegant eliminate elucidate emerge emphasis
    emphasize empirical employ empower enable encode encompass encounter encourage end enforce enhance
    enjoy enormous ensure entail entire equal equip era especial essential establish et even evident
    evolve exact examine example exceed excel exception excessive exclusive execute exhaustive exhibit
    exist expand expect expensive experience experimental explain explicit exploit exploratory explore
    expose extend extensive extent extra extreme face facilitate fact fail failure fall familiar far
    fashion favor feasible figure fill final find first fit five fix flexible focus follow form formal
    former forth forward foster four frequent fresh fruitful fulfill full fundamental further future gain
    generic get github give go goal good great ground grow guarantee guide guideline half hamper handle
    happen harness heavy help hide higher highlight hinder hold hope huge hundred idea ideal identical
    identify ignore illustrate immediate impact imperative implement implication imply important impose
    impossible impressive improve inadequate include inconsistent incorporate increase incur indicate
    individual inevitable influential inherent inherit initial innovation insight inspire instead
    insufficient integral intend intensive interest intermediate intricate intrinsic introduce
    introduction intuition invest investigate involve isolate issue item join joint judge keep key kind
    know known lack large last late latter lead leave left length lengthy lessen leverage lie light limit
    list literature little look lose lot lower main maintain major manage manifest manner massive match
    maximum meaningful mechanism meet mention mere mild milestone million minimal minimum minor miss
    mitigate modern modest modify month motivate move near necessary necessity need neglect new next nine
    nontrivial notable note noteworthy notice notion novel nowadays number numerous obtain obvious occur
    offer ongoing operate option ordinary original outcome outperform overall overcome overhead overlook
    overview paper paradigm paramount partial particular pass past pave pay people perform perspective
    phase phenomenon pick piece pioneer pivotal place plausible play plenty plug poor popular pose
    possess possible potential power practice precede precise predefined predominant preliminary presence
    present preserve prevail prevalent prevent previous primary principal principle problem proceed
    produce profound progress prohibitive prominent promise promote prone pronounced proper property
    propose prospect prove provide publish purpose pursue put quantify quantitative quick raise range
    rapid rare ratio raw reach react readily ready realize receive recent recognize recover reduce
    reduction refer refine reflect regard regime relate release relevant rely remain remark remedy remove
    render replace report request require research resolve respect rest restrict result retain return
    reveal review revisit rich rigorous rise role root rough run sake satisfactory satisfy say scarce
    scenario scheme scope second seek seen select sensible separate serious serve set settle setup seven
    severe share shed shortcoming show side sight significant similar simple simplify simultaneous
    situation six size slight slow small smart sole solid solution solve sophisticate sota sought special
    specific specify spend spur stage stand stark status stay steady stem straightforward strength
    strengthen strict strike struggle study sub subject suboptimal subsequent substantial succeed success
    suffer suffice sufficient suggest suit suitable sum summarize superior supply support suppose
    suppress surge surpass surprise survey sustain tackle tailor take technical technique technology ten
    tend term thank theoretical thing think third thorough thousand threaten three today top topic total
    tough traditional transmit treat treatment tremendous trend tricky trigger trivial true truly try
    turn twice twofold type typical ubiquitous ultimate unable unavailable unclear uncover undergo
    underlie underline underlying underperform underscore understand undertake unexplored unfortunate
    uniform unify unique unknown unleash unlike unlock unprecedented unseen upcoming usage useful usual
    utility valid valuable value vanilla variant variety various vary vast verify versatile version
    viable view vital want way weaken wealth wide widespread wild win work worse worth write year yield
"""

# They say something beside a word that does: "reward model", "image data"; not alone, and with
# one another only in phrases of titles: "zero-shot".
_WEAK = """
    abstraction accuracy act active adapt agnostic algorithm analysis answer approach approximation
    architecture assessment attribute augment automatic average baseline batch behavior block bound
    capture category class code collection combinatorial complex component composition computer concept
    condition consistency constraint content context control cost cross data dataset deep density
    dependency design device dimension dimensional direction distribution domain dynamic efficient
    element engine environment error estimate event expressive factor fast feature few field fine
    fine-tuning finite flow formulation framework free function gap general generalize generate global
    group handcrafted handful hard hierarchical high human hypothesis independent index inference
    information input instance interaction interface intervention iteration knowledge label language law
    layer learn learner level linear local long loss low machine map mean measurement method methodology
    metric mix modality mode model module multi multiple natural negative network neural node noise
    nonlinear object observation offline online open optimal optimize order output pair pairwise
    parameter part pattern pipeline platform point pool positive post pre predict pretrained prior
    probability procedure process product projection public quality question random rank rate real
    reality record region relationship reliability representation representative resource response robust
    rule sample scalable scale score self semantic sequence sequential series short shot signal simulate
    single smooth source space sparse stability stable standard start state statistic step strategy
    strong structure style subset supervise synthesis system target task temporal test text theory time
    trade train transfer transform unsupervised update user variable variation vector visual weak weight
    word world zero
"""

# No phrase ends with them, their noun is missing: "graph neural".
_UNFINISHED = """
    adversarial artificial autonomous deep dense discrete global high linear local long low multimodal natural
    neural open short strong weak
"""

EMPTY = frozenset(map(stem, _EMPTY.split()))
WEAK = frozenset(map(stem, _WEAK.split()))
UNFINISHED = frozenset(map(stem, _UNFINISHED.split()))
