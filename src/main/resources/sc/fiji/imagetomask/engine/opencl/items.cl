// Which of so many things (pixels, or groups of 4 of them) a work-item takes: for (i = FIRST(n); i < END(n); i += STEP).
// On a processor (ON_CPU) a range of its own, elsewhere every so-manieth, so that neighbours read neighbours.
#ifdef ON_CPU
#define FIRST(n) ((uint)((ulong)(n) * get_global_id(0) / get_global_size(0)))
#define END(n) ((uint)((ulong)(n) * (get_global_id(0) + 1) / get_global_size(0)))
#define STEP 1
#else
#define FIRST(n) ((uint)get_global_id(0))
#define END(n) (n)
#define STEP ((uint)get_global_size(0))
#endif

// The last 0 to 3 pixels, which fill no group, belong to the work-items 0 to 2.
#define TAIL(n) (((n) & ~3u) + (uint)get_global_id(0))
