// What is done with a channel plane: its histogram inside a mask, and the mask that a table makes of it.

__kernel void histogram_inside(
	__global const uchar *values, __global const uchar *inside, const uint n, __global uint *histogram)
{
	__local uint bins[COPIES * BINS];
	clear_bins(bins);
	__local uint *mine = COPY(bins);
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values), in = vload4(q, inside) >> (uchar4)(7);
		count(mine, v.x, in.x);
		count(mine, v.y, in.y);
		count(mine, v.z, in.z);
		count(mine, v.w, in.w);
	}
	if (TAIL(n) < n)
		count(mine, values[TAIL(n)], inside[TAIL(n)] >> 7);
	add_bins(bins, histogram);
}

inline uchar masked(const uint value, const uint mask)
{
	const uint p = value * mask + 128;
	return ((p >> 8) + p) >> 8;
}

// The table, near at hand: neighbours look up different entries.
#ifdef ON_CPU
#define NEAR_TABLE __global const uchar *near = table
#else
#define NEAR_TABLE \
	__local uchar near[BINS]; \
	for (uint i = get_local_id(0); i < BINS; i += get_local_size(0)) \
		near[i] = table[i]; \
	barrier(CLK_LOCAL_MEM_FENCE)
#endif

__kernel void apply_table(
	__global const uchar *values, __global const uchar *table, const uint n, __global uchar *out)
{
	NEAR_TABLE;
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values);
		vstore4((uchar4)(near[v.x], near[v.y], near[v.z], near[v.w]), q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = near[values[TAIL(n)]];
}

__kernel void apply_table_masked(
	__global const uchar *values,
	__global const uchar *table,
	const uint n,
	__global uchar *out,
	__global const uchar *mask)
{
	NEAR_TABLE;
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values), m = vload4(q, mask);
		const uchar4 result = (uchar4)(
			masked(near[v.x], m.x), masked(near[v.y], m.y), masked(near[v.z], m.z), masked(near[v.w], m.w));
		vstore4(result, q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = masked(near[values[TAIL(n)]], mask[TAIL(n)]);
}
