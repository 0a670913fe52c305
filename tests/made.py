"""Small assessment frames for tests of screens and charts: one row a target, changed where a test needs it."""

import pandas as pd
from pandas import DataFrame

START, AS_OF, DUE = (pd.Timestamp(day) for day in ("2017-12-31", "2019-12-31", "2020-12-31"))
LIGHTS = {
    "breached": "red",
    "missed": "red",
    "reversing": "red",
    "far_behind": "red",
    "at_risk": "yellow",
    "behind": "yellow",
    "on_track": "green",
    "achieved": "green",
    "pending": "pending",
    "not_assessable": "grey",
}
ROW = {
    "plan": "p",
    "due": DUE,
    "region": "650400",
    "region_zh": "吐鲁番市",
    "region_en": "Turpan",
    "own": True,
    "headline": True,
    "dimension": "product",
    "indicator_id": "food_trace",
    "indicator_zh": "主要食品信息追溯覆盖率",
    "indicator_en": "Food tracing coverage",
    "short_zh": "食品追溯",
    "short_en": "Food tracing",
    "section": "二(一)2",
    "unit": "percent",
    "measure_zh": None,
    "measure_en": None,
    "decimals": 1,
    "direction": "up",
    "rule": "at_least",
    "method": "linear_pace",
    "judged_by": "linear_pace",
    "method_version": 1,
    "value": 90.0,
    "value_high": None,
    "benchmark": None,
    "base": 52.0,
    "base_level": 52.0,
    "base_date": START,
    "base_origin": "before_start",
    "current": 64.5,
    "current_level": 64.5,
    "current_date": AS_OF,
    "current_origin": "own",
    "target": 90.0,
    "target_date": DUE,
    "k": 0.329,
    "e": 0.666,
    "R": 0.49,
    "gap": -25.5,
    "required_per_year": 25.5,
    "observed_per_year": 6.25,
    "reason": None,
    "notes": [],
    "breaches": 0,
    "first_met": pd.NaT,
    "trend": "better",
    "points": 3,
    "binding": None,
    "implied": False,
    "aspirational": False,
    "increment": False,
    "parent": None,
    "conflict": None,
    "tier": 1,
    "owners_zh": ["市食药监局"],
    "owners_en": ["Turpan food bureau"],
    "owner_basis": "named",
    "note": "",
    "demo": False,
    "provisional": False,
    "base_source": "报表",
    "current_source": "报表",
    "base_load": 7,
    "current_load": 41,
    "as_of": AS_OF,
    "plan_start": START,
    "plan_end": DUE,
    "definition_zh": "",
    "definition_en": "",
    "forecast": "other_rule",
    "forecast_points": 3,
    "forecast_from": pd.NaT,
    "forecast_last": pd.NaT,
    "needed_date": pd.NaT,
}
# What the model says of 52.0, 60.0 and 64.5 at the ends of 2017 to 2019 and a target of 66 at the end of 2020.
FORESEEN = {
    "target": 66.0,
    "value": 66.0,
    "forecast": "ok",
    "forecast_model": "core",
    "forecast_scale": "logit",
    "forecast_points": 3,
    "forecast_from": START,
    "forecast_last": AS_OF,
    "forecast_value": 64.5,
    "forecast_demo": False,
    "horizon": 1.0,
    "span": 2.0,
    "drift_observed": 0.2571696841898525,
    "drift_prior": 0.0,
    "drift": 0.01773584028895534,
    "variance": 0.055725555138818536,
    "freedom": 2.45,
    "centre": 0.6117192717285859,
    "spread": 0.21693148810004237,
    "stay": 0.0,
    "expected": 64.9074555837147,
    "expected_low": 55.847356514105705,
    "expected_high": 73.01636525750945,
    "probability": 0.4209517340106424,
    "needed": 66.0,
    "needed_date": DUE,
}
ROW |= {name: None for name in FORESEEN if name not in ROW}


def assessed(*rows: dict[str, object]) -> DataFrame:
    """A frame of rows, each given by what differs; the light follows the status."""
    made = []
    for number, row in enumerate(rows):
        full = ROW | {"target_id": f"t-{number:03d}", "status": "far_behind"} | row
        made.append(full | {"light": LIGHTS[str(full["status"])]})
    columns = [*ROW, "target_id", "status", "light"]
    frame = pd.DataFrame(made, columns=columns) if made else pd.DataFrame(columns=columns)
    figures = [name for name, value in FORESEEN.items() if isinstance(value, float) and name not in ("target", "value")]
    return frame.astype(dict.fromkeys(figures, float))


def observed(values: dict[str, float], **changes: object) -> DataFrame:
    """A series of one indicator: period end to value."""
    columns = {
        "region": "650400",
        "indicator_id": "food_trace",
        "provisional": False,
        "series_break": False,
        "demo": False,
    }
    ends = pd.to_datetime(list(values))
    return pd.DataFrame({"period_end": ends, "value": list(values.values())}).assign(**(columns | changes))
