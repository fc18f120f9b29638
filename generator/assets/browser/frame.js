/* What every page loads. */

import "./alternates.js";
import "./copy.js";
