"""Asks other hosts, politely and sturdily. Nothing else touches the network, and a build never comes here."""

from generator.fetch.answer import Answer as Answer
from generator.fetch.answer import Unanswered as Unanswered
from generator.fetch.answer import Unusable as Unusable
from generator.fetch.answer import Validators as Validators
from generator.fetch.client import Client as Client
from generator.fetch.manners import Manners as Manners
from generator.fetch.manners import manners as manners
