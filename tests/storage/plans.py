"""How much a database looks at to answer a question; a time would depend on the machine."""

import json


def rows_looked_at(store, statement, values):
    """Upper bound of the rows that the database touched.

    On SQLite a tenth of the steps of its virtual machine, which needs about ten a row; on
    PostgreSQL what the plan's nodes gave out and threw away.
    """

    def on_sqlite(tx):
        steps = [0]

        def count():
            steps[0] += 1

        driver = tx.connection.connection.driver_connection
        tx.connection.execute(statement, values).all()  # prepared and cached before it is counted
        driver.set_progress_handler(count, 1)
        tx.connection.execute(statement, values).all()
        driver.set_progress_handler(None, 0)
        return steps[0] // 10

    def on_postgres(tx):
        tx.connection.exec_driver_sql("ANALYZE")
        compiled = statement.compile(
            dialect=tx.connection.dialect, compile_kwargs={"render_postcompile": True}
        )
        bound = compiled.construct_params(values)
        for name, process in compiled._bind_processors.items():
            bound[name] = process(bound[name])
        plan = tx.connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {compiled}", bound).scalar_one()
        return _sum(plan if isinstance(plan, list) else json.loads(plan))

    return store.write_now(on_sqlite if store.sqlite else on_postgres)


def _sum(plan):
    if isinstance(plan, list):
        return sum(map(_sum, plan))
    if not isinstance(plan, dict):
        return 0
    loops = plan.get("Actual Loops", 1)
    thrown = sum(value for name, value in plan.items() if name.startswith("Rows Removed"))
    return int((plan.get("Actual Rows", 0) + thrown) * loops) + sum(
        _sum(value) for value in plan.values() if isinstance(value, list | dict)
    )
