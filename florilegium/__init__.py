"""Florilegium: source texts in, a site by theme out.

The modules, in the order in which the data flows:

problems       a fault, with file, line and hint, and how it is printed
model          the frozen values that the stages hand on
sentences      where a sentence ends
addresses      where a web address stands in a text
load           the disk -> records, themes, texts, references, edition
bibliography   citations.bib -> references; what a reader is told of one
recovery       raw text -> document: blocks, notes, and what is neither
themes         document + themes -> each ¶ placed, with the reason; passages
introductions  what editors say of the themes -> each place they cite, found
excerpts       placed sources -> what their owners allow to be shown
explanations   placed sources -> why each ¶ stands where it stands, in words
pages          everything -> Markdown pages (templates lay them out)
exports        everything -> data files, with their schemas
publish        files -> docs/; MkDocs -> a new site, swapped in whole
preview        the site on this machine, built anew on every change

`build_site.py` shows the flow.
"""
