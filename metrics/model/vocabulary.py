"""The words of the field, spelt once: rules, methods, statuses, reasons, lights."""

from enum import StrEnum


class Rule(StrEnum):
    """What kind of promise a plan's text makes."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ZERO = "zero"
    HOLD = "hold"
    RANGE = "range"
    BENCHMARK = "benchmark"
    RANK = "rank"
    TREND = "trend"
    GROWTH = "growth"
    FREQUENCY = "frequency"
    MILESTONE = "milestone"


class Method(StrEnum):
    """How a promise is judged."""

    LINEAR_PACE = "linear_pace"
    GROWTH_RATIO = "growth_ratio"
    HOLD = "hold"
    MILESTONE = "milestone"
    BENCHMARK = "benchmark"
    RANK = "rank"
    TREND = "trend"
    FREQUENCY = "frequency"


class Status(StrEnum):
    """The verdict on one target, due date and region."""

    BREACHED = "breached"
    MISSED = "missed"
    REVERSING = "reversing"
    FAR_BEHIND = "far_behind"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    NOT_ASSESSABLE = "not_assessable"
    PENDING = "pending"
    ON_TRACK = "on_track"
    ACHIEVED = "achieved"


class Reason(StrEnum):
    """Why a target cannot be judged."""

    NO_DIRECTION = "no_direction"
    NO_DUE = "no_due"
    TARGET_BLANK = "target_blank"
    SCHEME_ENDED = "scheme_ended"
    UNIT_MISMATCH = "unit_mismatch"
    NO_DATA = "no_data"
    NOT_STARTED = "not_started"
    AWAITING_FINAL = "awaiting_final"
    STALE = "stale"
    NO_BENCHMARK = "no_benchmark"
    NO_CUTOFF = "no_cutoff"
    NO_BASE = "no_base"
    ONE_POINT = "one_point"
    DEFINITION_BREAK = "definition_break"
    TOO_EARLY = "too_early"
    GROWTH_UNDEFINED = "growth_undefined"


class Forecast(StrEnum):
    """Whether a forecast is given, and if not, why; in the order they are sought (METHODS section 8)."""

    OTHER_RULE = "other_rule"
    GROWTH_RATE = "growth_rate"
    MONTHLY = "monthly"
    DUE_DATE_PASSED = "due_date_passed"
    DEFINITION_BREAK = "definition_break"
    TOO_FEW_POINTS = "too_few_points"
    OUT_OF_BOUNDS = "out_of_bounds"
    ZERO_OR_NEGATIVE = "zero_or_negative"
    ZERO_TARGET = "zero_target"
    IMPOSSIBLE_TARGET = "impossible_target"
    NO_TARGET = "no_target"
    OK = "ok"


class Light(StrEnum):
    """The five lights in the order they are always shown."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    PENDING = "pending"
    GREY = "grey"


class Direction(StrEnum):
    """Which way is better; always declared, never guessed from a name."""

    UP = "up"
    DOWN = "down"


class Dimension(StrEnum):
    """The parts of quality work, in the order of the screen."""

    PRODUCT = "product"
    ENGINEERING = "engineering"
    SERVICE = "service"
    ENVIRONMENT = "environment"
    BRAND = "brand"
    FOUNDATION = "foundation"
    ECONOMY = "economy"
    GOVERNANCE = "governance"
    CULTURE = "culture"
    TALENT = "talent"


class Kind(StrEnum):
    """What sort of figure an indicator is."""

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"
    INDEX = "index"
    EVENT = "event"


class Frequency(StrEnum):
    """How often an indicator is reported."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def months(self) -> int:
        """Length of one reporting period in months."""
        return {"year": 12, "half": 6, "quarter": 3, "month": 1}[self.value]
