# Made by rule: change locales/kk/documents.ftl or locales/kazakh_arabic.toml,
# then run: python -m locales.kazakh_arabic

sheet-header = ىزدەۋ
