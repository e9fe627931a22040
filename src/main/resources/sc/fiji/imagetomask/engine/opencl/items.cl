// Which of n things (pixels, or groups of 4 of them) a work-item takes: for (i = FIRST(n); i < END(n); i += STEP).
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

// The last pixels, which fill no group of that many (a power of 2, 16 at most), belong to one of the first work-items each.
#define TAIL(n, group) (((n) & ~((group) - 1u)) + (uint)get_global_id(0))
