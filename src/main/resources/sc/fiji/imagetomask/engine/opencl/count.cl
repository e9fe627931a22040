// The histograms of many channels of up to four sets of pixels, such as those inside and outside of a selection: one pass, each pixel
// is read once. The sets lie one after the other.
//   MOST_CHANNELS  how many channels there can be; each takes 1 KB of the memory that a group shares

#ifdef ON_CPU
// So many pixels are read before they are counted, channel by channel, so that the counters stay near.
#define BLOCK 256
#else
#define BLOCK 1
#endif

// ends: where each set ends. channels: for each, which one it is, and where its tables begin. histograms: for each set, for each
// channel, 256 counts.
__kernel void count_channels(
	SOURCES,
	const ulong4 ends,
	const uint n_channels,
	__global const int *channels,
	__global const uint *tables,
	__global uint *histograms)
{
	__local uint bins[MOST_CHANNELS * BINS];
	const ulong end[4] = {ends.x, ends.y, ends.z, ends.w};
	const uint counters = n_channels * BINS;
	uint start = 0;
	for (int set = 0; set < 4; set++) {
		const uint n = (uint)end[set] - start;
		for (uint i = get_local_id(0); i < counters; i += get_local_size(0))
			bins[i] = 0;
		barrier(CLK_LOCAL_MEM_FENCE);
		for (uint i = FIRST(n); i < END(n); i += BLOCK * STEP) {
			Pixel block[BLOCK];
			const uint m = min((uint)BLOCK, END(n) - i);
			for (uint j = 0; j < m; j++)
				block[j] = pixel_at(s0, s1, s2, s3, from, has_alpha, ranges, (size_t)start + i + j, tables);
			for (uint c = 0; c < n_channels; c++) {
				const int channel = channels[2 * c];
				__global const uint *table = tables + channels[2 * c + 1];
				for (uint j = 0; j < m; j++) {
					const int bin = bin_of(block[j], channel, table);
					if (bin >= 0)
						count(bins + c * BINS, bin, 1);
				}
			}
		}
		barrier(CLK_LOCAL_MEM_FENCE);
		for (uint i = get_local_id(0); i < counters; i += get_local_size(0))
			if (bins[i])
				atomic_add(histograms + (size_t)set * counters + i, bins[i]);
		barrier(CLK_LOCAL_MEM_FENCE);
		start += n;
	}
}
