"""Florilegium: source texts in, a site by theme out.

The modules, in the order in which the data flows:

problems       a fault, with file, line and hint, and how it is printed
model          the frozen values that the stages hand on, a room for each subject
sentences      where a sentence ends
addresses      where a web address stands in a text
openings       whether a text begins with, or holds, the words that an editor names
load           the disk -> records, themes, texts, references, edition
bibliography   citations.bib -> references; what a reader is told of one; CSL-JSON
recovery       raw text -> document: blocks, notes, and what is neither
themes         document + themes -> each ¶ placed, with the reason; passages
citations      notes -> the works they cite; drafts of entries for those that have none
introductions  what editors say of the themes -> each place and work they cite, found
excerpts       placed sources -> what their owners allow to be shown
editions       source -> the work by which it may be cited: a paraphrase only as ours
works          citations -> where each work is cited, and the lists of works
subject_index  terms -> where each text speaks of them; what no term covers yet
crossrefs      works, terms and words that texts share, and editors' links -> cross-references
notices        bibliography, subject index -> what an editor may want to mend
styles         works -> citations as each style prints them, by pandoc
explanations   placed sources -> why each ¶ stands where it stands, in words
pages          everything -> Markdown pages (templates lay them out)
exports        everything -> data files, with their schemas
citing         texts, works, pages -> the strings by which each is cited, by place
search         everything -> the records that a reader can find, as the indexer reads them
indexing       records -> the search index of a site, by Pagefind
publish        files -> docs/; MkDocs and the indexer -> a new site, swapped in whole
formatting_cache  what pandoc once formatted, kept on the disk for the next build
summaries      everything -> what a build made, in a few lines
preview        the site on this machine, built anew on every change

`build_site.py` shows the flow.
"""
