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
	if (TAIL(n, 4) < n)
		count(mine, values[TAIL(n, 4)], inside[TAIL(n, 4)] >> 7);
	add_bins(bins, histogram);
}

static inline uint masked(const uint value, const MASK mask)
{
#if MASK_MOST == 255 && !defined LABELS
	const uint p = value * mask + 128;
#else
	const uint p = value * (uint)(255.0f * fraction(mask) + 0.5f) + 128;
#endif
	return ((p >> 8) + p) >> 8;
}

#if OUT_IS_FLOAT
#define RESULT(x) divided(x, 255.0f)
#define OUT4 float4
#define OUT16 float16
#else
#define RESULT(x) (x)
#define OUT4 uchar4
#define OUT16 uchar16
#endif

// The table, near at hand: neighbours look up different entries.
#ifdef ON_CPU
#define NEAR __global
#define NEAR_TABLE __global const uchar *near = table
#else
#define NEAR __local
#define NEAR_TABLE \
	__local uchar near[BINS]; \
	for (uint i = get_local_id(0); i < BINS; i += get_local_size(0)) \
		near[i] = table[i]; \
	barrier(CLK_LOCAL_MEM_FENCE)
#endif

static inline OUT4 looked_up(const uchar4 v, NEAR const uchar *near)
{
	return (OUT4)(RESULT(near[v.x]), RESULT(near[v.y]), RESULT(near[v.z]), RESULT(near[v.w]));
}

__kernel void apply_table(
	__global const uchar *values, __global const uchar *table, const uint n, __global OUT *out)
{
	NEAR_TABLE;
	const uint groups = n / 16;
	for (uint g = FIRST(groups); g < END(groups); g += STEP) {
		const uchar16 v = ((__global const uchar16 *)values)[g];
		((__global OUT16 *)out)[g] = (OUT16)(
			looked_up(v.s0123, near), looked_up(v.s4567, near), looked_up(v.s89ab, near), looked_up(v.scdef, near));
	}
	if (TAIL(n, 16) < n)
		out[TAIL(n, 16)] = RESULT(near[values[TAIL(n, 16)]]);
}

static inline OUT4 product(const uchar4 v, NEAR const uchar *near, const MASK4 m)
{
	return (OUT4)(
		RESULT(masked(near[v.x], m.x)),
		RESULT(masked(near[v.y], m.y)),
		RESULT(masked(near[v.z], m.z)),
		RESULT(masked(near[v.w], m.w)));
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
	const uint groups = n / 16;
	for (uint g = FIRST(groups); g < END(groups); g += STEP) {
		const uchar16 v = ((__global const uchar16 *)values)[g];
		const size_t q = (size_t)g * 4;
		((__global OUT16 *)out)[g] = (OUT16)(
			product(v.s0123, near, vload4(q, mask)),
			product(v.s4567, near, vload4(q + 1, mask)),
			product(v.s89ab, near, vload4(q + 2, mask)),
			product(v.scdef, near, vload4(q + 3, mask)));
	}
	if (TAIL(n, 16) < n)
		out[TAIL(n, 16)] = RESULT(masked(near[values[TAIL(n, 16)]], mask[TAIL(n, 16)]));
}
