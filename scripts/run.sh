#!/bin/sh
# Bring the database up to date with what is shipped, then serve the board. Called by `make run`.
# PORT, DEMO and BOARD_DB come from the environment, where make puts what stands on its command line; options
# are handed on to Streamlit. The address to bind is .streamlit/config.toml's: this machine only.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
port=${PORT:-8501}
demo=${DEMO:-1}
database=${BOARD_DB:-var/board.duckdb}
stamp=$database.shipped      # what the database was last built from
demo_stamp=$database.demo    # the same for its demonstration series

port_is_free() {
    "$python" - "$port" <<'PY'
import socket, sys
try:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", int(sys.argv[1])))
except (OSError, ValueError, OverflowError):
    sys.exit(1)
PY
}

# One fingerprint over everything that decides what the database holds.
shipped() {
    find config data metrics cli.py -type f ! -path '*/__pycache__/*' -exec sha256sum {} + | LC_ALL=C sort | sha256sum
}

stands() {
    [ -f "$database" ] && [ -f "$1" ] && [ "$(cat "$1")" = "$fingerprint" ]
}

if ! port_is_free; then
    echo "端口 $port 不能使用,可能看板已在运行:请打开 http://127.0.0.1:$port,或换一个端口,如 make run PORT=8502。" >&2
    exit 1
fi

mkdir -p "$(dirname "$database")"
fingerprint=$(shipped)
[ -f "$database" ] || rm -f "$stamp" "$demo_stamp"

if ! stands "$stamp"; then
    echo "正在建立数据库 $database ……"
    "$python" cli.py init
    echo "$fingerprint" >"$stamp"
fi

if [ "$demo" = 0 ]; then
    # Asked each time: someone may have added them by hand since.
    "$python" cli.py demo --remove
    rm -f "$demo_stamp"
elif ! stands "$demo_stamp"; then
    echo "正在写入演示数据(DEMO=0 则不写)……"
    "$python" cli.py demo
    echo "$fingerprint" >"$demo_stamp"
fi

echo "看板地址:http://127.0.0.1:$port(按 Ctrl+C 停止)"
exec "$python" -m streamlit run app.py --server.port="$port" "$@"
