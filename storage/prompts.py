"""The questions of a report, read aloud: one recording for each language and question.

Telegram's own id of a recording is the quickest way to send it, but it is good for one bot only and
not for ever. Our sealed copy, an attachment, stands behind it, and the id is renewed from that.
"""

from sqlalchemy import bindparam, delete, select, update

from storage import attachments
from storage.records import Prompt
from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import prompts

_this = (prompts.c.language == bindparam("spoken"), prompts.c.question == bindparam("asked"))
_find = select(prompts).where(*_this)
_known = select(prompts.c.question).where(prompts.c.language == bindparam("spoken"))
_keep = insert_or_replace(
    prompts, ("language", "question"), ["attachment_id", "author_id", "made_at", "body"]
)
_remove = delete(prompts).where(*_this)
_of_file = select(prompts).where(prompts.c.attachment_id == bindparam("file"))
_renew = update(prompts).where(*_this).values(body=bindparam("sealed"))


def find(tx: Tx, language: str, question: str) -> Prompt | None:
    """The recording of *question* in exactly this language."""
    row = tx.execute(_find, {"spoken": language, "asked": question}).first()
    if row is None:
        return None
    place = _place(language, question)
    body = tx.vault.open_json(row.body, table="prompts", column="body", row=place)
    return Prompt(
        language, question, row.attachment_id, row.author_id, row.made_at, body["file_id"], body["duration"]
    )


def known(tx: Tx, language: str) -> frozenset[str]:
    """The questions that can be heard in this language; opens no seal, for it is asked at every question."""
    return frozenset(tx.execute(_known, {"spoken": language}).scalars())


def keep(tx: Tx, new: Prompt) -> None:
    """From now on this is the recording of its question; the one before is erased with its copy."""
    former = find(tx, new.language, new.question)
    tx.execute(
        _keep(tx),
        {
            "language": new.language,
            "question": new.question,
            "attachment_id": new.attachment_id,
            "author_id": new.author_id,
            "made_at": new.made_at,
            "body": _sealed(tx, new.language, new.question, new.file_id, new.duration),
        },
    )
    if former is not None and former.attachment_id != new.attachment_id:
        attachments.erase(tx, [former.attachment_id])


def remove(tx: Tx, language: str, question: str) -> bool:
    """The question can no longer be heard; its copy is erased. Returns whether there was a recording."""
    former = find(tx, language, question)
    if former is None:
        return False
    tx.execute(_remove, {"spoken": language, "asked": question})
    attachments.erase(tx, [former.attachment_id])
    return True


def renewed(tx: Tx, attachment_id: str, file_id: str) -> None:
    """Telegram has our copy under a new id; nothing where another recording has taken its place since."""
    row = tx.execute(_of_file, {"file": attachment_id}).first()
    if row is None:
        return
    place = _place(row.language, row.question)
    body = tx.vault.open_json(row.body, table="prompts", column="body", row=place)
    sealed = _sealed(tx, row.language, row.question, file_id, body["duration"])
    tx.execute(_renew, {"spoken": row.language, "asked": row.question, "sealed": sealed})


def _place(language: str, question: str) -> str:
    return f"{language}/{question}"


def _sealed(tx: Tx, language: str, question: str, file_id: str, duration: int) -> bytes:
    body = {"file_id": file_id, "duration": duration}
    return tx.vault.seal_json(body, table="prompts", column="body", row=_place(language, question))
