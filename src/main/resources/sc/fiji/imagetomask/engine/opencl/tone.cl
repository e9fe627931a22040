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

__kernel void apply_table(
	__global const uchar *values, __constant const uchar *table, const uint n, __global uchar *out)
{
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values);
		vstore4((uchar4)(table[v.x], table[v.y], table[v.z], table[v.w]), q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = table[values[TAIL(n)]];
}

__kernel void apply_table_masked(
	__global const uchar *values,
	__constant const uchar *table,
	const uint n,
	__global uchar *out,
	__global const uchar *mask)
{
	const uint quads = n / 4;
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const uchar4 v = vload4(q, values), m = vload4(q, mask);
		const uchar4 result = (uchar4)(
			masked(table[v.x], m.x), masked(table[v.y], m.y), masked(table[v.z], m.z), masked(table[v.w], m.w));
		vstore4(result, q, out);
	}
	if (TAIL(n) < n)
		out[TAIL(n)] = masked(table[values[TAIL(n)]], mask[TAIL(n)]);
}
