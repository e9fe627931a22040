// Histograms of bytes. On a processor (ON_CPU) a work-item goes through a range of its own with counters of its own;
// elsewhere a work-group shares counters. There are several copies, so that equal neighbours do not wait for each other:
// on a processor a work-item takes a copy for each fourth pixel, elsewhere a copy of its own.

#define BINS 256

#ifdef ON_CPU
#define COPIES 4
#define COPY(bins) (bins)
#define FOURTH(bins, i) ((bins) + ((i) & 3) * BINS)
#else
#define COPIES 8
#define COPY(bins) ((bins) + (get_local_id(0) % COPIES) * BINS)
#define FOURTH(bins, i) (bins)
#endif

static inline void clear_bins(__local uint *bins)
{
	for (uint i = get_local_id(0); i < COPIES * BINS; i += get_local_size(0))
		bins[i] = 0;
	barrier(CLK_LOCAL_MEM_FENCE);
}

static inline void count(__local uint *bins, const uint value, const uint pixels)
{
#ifdef ON_CPU
	bins[value] += pixels;
#else
	atomic_add(bins + value, pixels);
#endif
}

static inline void add_bins(__local const uint *bins, __global uint *histogram)
{
	barrier(CLK_LOCAL_MEM_FENCE);
	for (uint i = get_local_id(0); i < BINS; i += get_local_size(0)) {
		uint sum = 0;
		for (uint copy = 0; copy < COPIES; copy++)
			sum += bins[copy * BINS + i];
		if (sum)
			atomic_add(histogram + i, sum);
	}
}
