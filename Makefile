# 质量强市看板的全部命令;`make` 不带参数列出它们。
# A first call sets everything up; stamps under .venv/ and var/ keep the later ones short.

VENV := .venv
PYTHON := $(VENV)/bin/python

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev test test-long check check-format check-lint check-types check-imports format bench bench-load bench-forecast

help: ## 列出命令
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1|/p' Makefile | while IFS='|' read -r name what; do printf 'make %-14s %s\n' "$$name" "$$what"; done

run: $(VENV)/.run ## 建库并启动看板(PORT=8502 换端口,DEMO=0 不带演示数据)
	@sh scripts/run.sh

dev: $(VENV)/.run ## 同 run,改动代码后自动重载
	@sh scripts/run.sh --server.fileWatcherType=auto --server.runOnSave=true

test: $(VENV)/.dev ## 全部测试,含真实浏览器(缺浏览器时说明并跳过)
	@sh scripts/browser.sh install >/dev/null || true
	@$(PYTHON) -m pytest

test-long: $(VENV)/.dev ## 只跑耗时长的测试
	@$(PYTHON) -m pytest -m long

check: check-format check-lint check-types check-imports ## 格式、静态检查、类型、导入约定

check-format: $(VENV)/.dev
	@$(PYTHON) -m ruff format --check .

check-lint: $(VENV)/.dev
	@$(PYTHON) -m ruff check .

check-types: $(VENV)/.dev
	@$(PYTHON) -m mypy

check-imports: $(VENV)/.dev
	@$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.dev ## 统一格式并自动修正
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .

bench: $(VENV)/.dev ## 判定的速度与内存,旁列纯 Python 循环
	@$(PYTHON) -m bench.assess

bench-load: $(VENV)/.bench ## 载入文件的速度与内存,旁列同类工具(ROWS="1000000 10000000")
	@$(PYTHON) -m bench.load --rows $(or $(ROWS),1000000)

bench-forecast: $(VENV)/.dev ## 预测在随附数据上的回测成绩及其速度与内存,旁列纯 Python 循环
	@$(PYTHON) -m bench.forecast

$(VENV)/.run: requirements.txt scripts/environment.sh
	@sh scripts/environment.sh requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@sh scripts/environment.sh requirements-dev.txt
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.dev
	@sh scripts/environment.sh requirements-bench.txt
	@touch $@
