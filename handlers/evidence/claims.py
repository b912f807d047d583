"""What a type or a name claims, in families: within one, phones and programs call the same by many names."""

_FAMILIES: dict[str, tuple[str, ...]] = {
    "jpeg": ("image/jpeg", "image/jpg", "image/pjpeg"),
    "png": ("image/png", "image/x-png"),
    "gif": ("image/gif",),
    "webp": ("image/webp",),
    "tiff": ("image/tiff",),
    "bmp": ("image/bmp", "image/x-ms-bmp"),
    "heif": ("image/heic", "image/heif", "image/avif", "image/heic-sequence", "image/heif-sequence"),
    "mpeg": ("audio/mpeg", "audio/mp3", "audio/mpeg3", "audio/x-mp3"),
    "aac": ("audio/aac", "audio/x-aac"),
    "flac": ("audio/flac", "audio/x-flac"),
    "amr": ("audio/amr", "audio/amr-wb"),
    "wav": ("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    "ogg": ("audio/ogg", "application/ogg", "audio/opus", "video/ogg", "audio/vorbis"),
    "iso": (
        *("audio/mp4", "audio/x-m4a", "audio/m4a", "video/mp4", "video/quicktime"),
        *("video/3gpp", "audio/3gpp", "video/x-m4v"),
    ),
    "matroska": ("video/webm", "audio/webm", "video/x-matroska"),
    "avi": ("video/x-msvideo", "video/avi"),
    "pdf": ("application/pdf", "application/x-pdf"),
    "rtf": ("application/rtf", "text/rtf"),
    "ole": (
        *("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"),
        "application/x-ole-storage",
    ),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation",),
    "odf": tuple(
        f"application/vnd.oasis.opendocument.{one}" for one in ("text", "spreadsheet", "presentation")
    ),
    "zip": ("application/zip", "application/x-zip-compressed"),
    "rar": ("application/vnd.rar", "application/x-rar-compressed", "application/x-rar"),
    "7z": ("application/x-7z-compressed",),
    "gzip": ("application/gzip", "application/x-gzip"),
    "tar": ("application/x-tar",),
    "apk": ("application/vnd.android.package-archive",),
    "jar": ("application/java-archive",),
    "exe": ("application/x-msdownload", "application/x-msdos-program", "application/x-dosexec"),
    "html": ("text/html", "application/xhtml+xml", "image/svg+xml"),
    "text": ("text/plain", "text/csv", "text/markdown", "application/json", "application/xml", "text/xml"),
}
_OF = {mime: name for name, mimes in _FAMILIES.items() for mime in mimes}
_NAMES: dict[str, tuple[str, ...]] = {
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "tiff": ("tif", "tiff"),
    "heif": ("heic", "heif", "avif"),
    "mpeg": ("mp3",),
    "ogg": ("ogg", "oga", "opus", "ogv"),
    "iso": ("mp4", "m4a", "m4v", "mov", "3gp"),
    "matroska": ("mkv", "webm"),
    "ole": ("doc", "xls", "ppt"),
    "docx": ("docx", "docm"),
    "xlsx": ("xlsx", "xlsm"),
    "pptx": ("pptx", "pptm"),
    "odf": ("odt", "ods", "odp"),
    "gzip": ("gz", "tgz"),
    "html": ("html", "htm", "svg", "xhtml"),
    "text": ("txt", "csv", "md", "json", "xml"),
}
_BY_ENDING = {ending: name for name, endings in _NAMES.items() for ending in endings} | {
    one: one
    for one in (
        *("png", "gif", "webp", "bmp", "aac", "flac", "amr", "wav", "avi", "pdf", "rtf"),
        *("zip", "rar", "7z", "tar", "apk", "jar", "exe"),
    )
}
# What a computer or a phone runs by its name alone, though its content may be plain words.
_RUN = frozenset(
    """
    apk app appx bat cmd com command cpl desktop docm exe gadget hta htm html inf ins iso jar jnlp js
    jse lnk mht mobileconfig msc msi msix msp pif ps1 psm1 py pyw reg scf scr sct settingcontent-ms sh
    svg url vb vbe vbs ws wsc wsf wsh xhtml xll xlsm
    """.split()  # noqa: SIM905 -- a list of fifty would take fifty lines
)


def family(mime: str) -> str | None:
    """The family of a type; None where it claims nothing that we know."""
    return _OF.get(mime.partition(";")[0].strip().lower())


def family_by_name(name: str) -> str | None:
    """The family that a file's name claims by its ending."""
    return _BY_ENDING.get(_ending(name))


def runs_by_name(name: str) -> bool:
    """Whether a computer would run a file of this name."""
    return _ending(name) in _RUN


def _ending(name: str) -> str:
    # Windows leaves dots and spaces at a name's end out, so "a.exe. ." runs.
    _, dot, ending = name.rstrip(" .").rpartition(".")
    return ending.strip().lower() if dot else ""
