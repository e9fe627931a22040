// From a histogram to the table of a tone, without the host: one work-group of 256.
//   normalized  for every extent high - low (slow) and height above low: the normalized value
//   shaped      for every normalized value: what levels and invert make of it
// All in integers: a count is more than 0.0005 of all pixels if 2000 times the count is more than all.
__kernel void tone_table(
	__global const uint *histogram,
	const uint pixels,
	__global const uchar *normalized,
	__global const uchar *shaped,
	const uint hueShift,
	__global uchar *table)
{
	__local int low, high;
	const int v = get_local_id(0);
	const int shifted = v < 255 ? (v + hueShift) % 255 : v;
	if (v == 0) {
		low = 256;
		high = -1;
	}
	barrier(CLK_LOCAL_MEM_FENCE);
	if ((ulong)histogram[v] * 2000 > pixels) {
		atomic_min(&low, shifted);
		atomic_max(&high, shifted);
	}
	barrier(CLK_LOCAL_MEM_FENCE);
	const int extent = max(high - low, 0);
	const int above = clamp(shifted - low, 0, extent);
	table[v] = shaped[normalized[extent * 256 + above]];
}
