"""The figures a verdict is cut at; their values and source live in ``config/rules.toml``."""

from pydantic import BaseModel, ConfigDict

from metrics.model.vocabulary import Light, Status


class Cuts(BaseModel):
    """Three cuts of a class, each closed below: at or above high, middle, low."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    high: float
    middle: float
    low: float


class Thresholds(BaseModel):
    """All figures of METHODS section 2 to 5.

    pace: cuts of R; trend: cuts of yearly growth as a multiple of C; early: smallest share of the time that
    can be judged; stale: reporting intervals after which a figure is too old; milestone_count: a count up to
    this is a milestone; weight_present: smallest share of the weight a weighted mean may rest on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    pace: Cuts
    trend: Cuts
    early: float
    stale: int
    milestone_count: int
    weight_present: float
    linear_beside: float
    source_zh: str
    source_en: str
    lights: dict[Status, Light]
