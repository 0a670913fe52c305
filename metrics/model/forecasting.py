"""The constants of the forecast; their values and source live in ``config/rules.toml``."""

from pydantic import BaseModel, ConfigDict, Field


class Prior(BaseModel):
    """What is held of a series before its own figures are seen, on one scale (METHODS section 8, table of constants).

    kappa: years of own figures that weigh as much as the expected drift; nu: steps that weigh as much as the expected
    variance; s0: expected deviation of a yearly step, in z; c: share of a step's variance that a year ahead adds;
    pull: how much of the peers' mean drift is expected.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kappa: float = Field(gt=0)
    nu: float = Field(gt=0)
    s0: float = Field(gt=0)
    c: float = Field(gt=0)
    pull: float


class Scales(BaseModel):
    """One prior for positive amounts (log) and one for shares between 0 and 100 (logit)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    log: Prior
    logit: Prior


class Constants(BaseModel):
    """All constants of the forecast.

    points: figures used, the newest; fewest: figures needed; few: up to so many it is said how few there are;
    peers_needed: other regions that make the peers model; coverage: of the interval; tested_years: horizon up to which
    the model was tested; flat_from: percentages from here on are forecast no better than by plain rules.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    points: int = Field(ge=3)
    fewest: int = Field(ge=3)
    few: int
    peers_needed: int = Field(ge=1)
    coverage: float = Field(gt=0, lt=1)
    tested_years: float
    flat_from: float
    core: Scales
    peers: Scales
