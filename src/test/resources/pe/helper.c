/* Visual C++'s delayimp.lib has this; here it only has to be there to link. */
void *__delayLoadHelper2(const void *descriptor, void **address) { return 0; }
