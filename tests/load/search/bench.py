"""`make bench-search`: how good search is, class by class, beside what others would answer to the same questions.

``--missed`` also prints our questions below 0.9, the worst first.
"""

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from config import embedded
from config.processes import stop_on_signals
from tests.load import stage
from tests.load.search import measures

MEASURES = (measures.recall, measures.reciprocal_rank, measures.ndcg)


def main(argv):
    """Measure in a database of its own and print; a minute or two."""
    stop_on_signals()
    folder = Path(tempfile.mkdtemp(prefix="gentie-bench-"))
    folder.chmod(0o711)  # root's database runs as another user, who has to pass through
    try:
        with stage.database(folder):
            _measure("--missed" in argv)
    finally:
        embedded.remove(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _measure(tell_missed):
    from tests.load.search import baselines, ours
    from tests.load.search.judged import questions
    from tests.load.search.texts import texts

    written = texts()
    asked = questions(written)
    ours.fill(written)
    engines = {"Gentie": ours.ask, **baselines.fill(written)}
    stage.settle()
    began = time.process_time()
    told = {name: [_one(ask, question) for question in asked] for name, ask in engines.items()}
    show(asked, told)
    print(f"\n{len(asked)} questions, {len(written):,} texts; {time.process_time() - began:.0f} s of processor time.")
    if tell_missed:
        missed(asked, told["Gentie"])


def show(asked, told):
    """Print a row for each class: recall, MRR and nDCG@10 of each engine."""
    from tests.load.search.topics import CLASSES

    print(f"\n| recall · MRR · nDCG@10 | questions | {' | '.join(told)} |\n|---|--:|{'--:|' * len(told)}")
    for kind, name in {**CLASSES, None: "all"}.items():
        rows = [place for place, question in enumerate(asked) if kind in (question.kind, None)]
        cells = [_cell([results[place] for place in rows]) for results in told.values()]
        print(f"| {name} | {len(rows)} | {' | '.join(cells)} |")


def missed(asked, results):
    """Print the questions whose nDCG@10 is below 0.9 or that miss a text."""
    for question, (recall, rank, ndcg) in sorted(zip(asked, results, strict=True), key=lambda pair: pair[1][2]):
        if ndcg < 0.9 or recall < 1:
            print(f"{question.kind} {question.typed}: {recall:.3f} · {rank:.3f} · {ndcg:.3f}")


def _one(ask, question):
    found = ask(question.typed)
    return [measure(found, question.grades) for measure in MEASURES]


def _cell(results):
    return " · ".join(f"{statistics.fmean(column):.3f}" for column in zip(*results, strict=True))
