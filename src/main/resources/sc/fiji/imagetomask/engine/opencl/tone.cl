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
		count(FOURTH(mine, 0), v.x, in.x);
		count(FOURTH(mine, 1), v.y, in.y);
		count(FOURTH(mine, 2), v.z, in.z);
		count(FOURTH(mine, 3), v.w, in.w);
	}
	if (TAIL(n) < n)
		count(mine, values[TAIL(n)], inside[TAIL(n)] >> 7);
	add_bins(bins, histogram);
}

static inline uint masked(const uint value, const MASK mask)
{
#if MASK_MOST == 255
	const uint p = value * mask + 128;
#else
	const uint p = value * (uint)(255.0f * fraction(mask) + 0.5f) + 128;
#endif
	return ((p >> 8) + p) >> 8;
}

#if OUT_IS_FLOAT
#define RESULT(x) divided(x, 255.0f)
#define OUT4 float4
#else
#define RESULT(x) (x)
#define OUT4 uchar4
#endif

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
	__global const uchar *values, __global const uchar *table, const uint n, __global OUT *out)
{
	NEAR_TABLE;
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values);
		vstore4((OUT4)(RESULT(near[v.x]), RESULT(near[v.y]), RESULT(near[v.z]), RESULT(near[v.w])), q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = RESULT(near[values[TAIL(n)]]);
}

__kernel void apply_table_masked(
	__global const uchar *values,
	__global const uchar *table,
	const uint n,
	__global OUT *out,
	__global const MASK *mask,
	const ulong from)
{
	NEAR_TABLE;
	mask += from;
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values);
		const MASK4 m = vload4(q, mask);
		const OUT4 result = (OUT4)(
			RESULT(masked(near[v.x], m.x)),
			RESULT(masked(near[v.y], m.y)),
			RESULT(masked(near[v.z], m.z)),
			RESULT(masked(near[v.w], m.w)));
		vstore4(result, q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = RESULT(masked(near[values[TAIL(n)]], mask[TAIL(n)]));
}
