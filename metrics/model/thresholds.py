"""The figures a verdict is cut at; their values and source live in ``config/rules.toml``."""

from pydantic import BaseModel, ConfigDict, Field

from metrics.model.forecasting import Constants
from metrics.model.vocabulary import Light, Status


class Cuts(BaseModel):
    """Three cuts of a class, each closed below: at or above high, middle, low."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    high: float
    middle: float
    low: float


class Reporting(BaseModel):
    """When a figure is late: days after the end of its period; no verdict hangs on it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    grace_days: int = Field(ge=0)


class Loading(BaseModel):
    """When an incoming figure is refused or asked about; no verdict hangs on these.

    largest: size beyond any figure of a region; first_year: earliest year of a period; history_points: fewest figures
    of a series (the one in question among them) that tell what is usual; history_reach: deviations (1.4826 times the
    median one) from the median that are far; history_floor: smallest deviation as a share of the median;
    unit_powers: powers of ten that a wrong unit makes of a figure, unit_band: how far, as a factor, it may be from
    them; fraction_band: how far, as a factor, a share written as a fraction may be from the usual percentage;
    part_slack: share by which parts may exceed their whole through rounding.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    largest: float
    first_year: int
    history_points: int = Field(ge=3)
    history_reach: float = Field(gt=0)
    history_floor: float = Field(ge=0)
    unit_powers: tuple[int, ...]
    unit_band: float = Field(gt=1, lt=3)
    fraction_band: float = Field(gt=1, lt=10)
    part_slack: float = Field(ge=0)


class Thresholds(BaseModel):
    """All figures of METHODS section 2 to 5 and 8.

    pace: cuts of R; trend: cuts of yearly growth as a multiple of C; early: smallest share of the time that
    can be judged; stale: reporting intervals after which a figure is too old; milestone_count: a count up to
    this is a milestone; weight_present: smallest share of the weight a weighted mean may rest on; forecast: the
    constants of section 8.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    reporting: Reporting = Field(exclude=True)
    load: Loading = Field(exclude=True)
    pace: Cuts
    trend: Cuts
    early: float
    stale: int
    milestone_count: int
    weight_present: float
    linear_beside: float
    forecast: Constants
    source_zh: str
    source_en: str
    lights: dict[Status, Light]
