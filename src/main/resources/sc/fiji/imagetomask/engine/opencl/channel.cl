// One channel of 8-bit pixels, with its histogram. Built once for each kind of channel and source; channels that differ only in their
// tables, or in what they read, share a kernel:
//   CHANNEL  the channel that gives the kernel its name: CHANNEL_ and its name in the enum
//   PACKED   defined: pixels are packed 0xAARRGGBB, else red, green and blue are bytes of their own
// Integers only, so that every device gives the bytes of the Java formulas.
// Each colour has a buffer, which may be the same for several, and an offset into it. Packed pixels have one buffer and one offset;
// from.y says how far the bits of the colour lie that is read alone.

#ifdef PACKED
#define SAMPLE uint
#define SAMPLES uint4
#else
#define SAMPLE uchar
#define SAMPLES uchar4
#endif

#define SOURCES \
	__global const SAMPLE *restrict s0, __global const SAMPLE *restrict s1, __global const SAMPLE *restrict s2, \
	const ulong4 from

// r, g, b of pixel i; or one colour, if only that is read.
#ifdef PACKED
#if CHANNEL == CHANNEL_RGB_R
#define UNPACKED(p) (uint4)((p) >> from.y & 255, 0, 0, 0)
#else
#define UNPACKED(p) unpacked(p)
static inline uint4 unpacked(const uint p) { return (uint4)(p >> 16 & 255, p >> 8 & 255, p & 255, 0); }
#endif
#define PIXEL(i) UNPACKED(s0[from.x + (i)])
#else
#define PIXEL(i) (uint4)(s0[from.x + (i)], s1[from.y + (i)], s2[from.z + (i)], 0)
#endif

// What some channels look up: the nodes of Lab components and then tables of what follows from them, the reciprocals of hue and
// saturation, or what red, green and blue add to a stain.
#define NODES (33 * 33 * 33 + 33 * 33 + 33 + 1)
#if IS_LAB || IS_LCH || IS_DISTANCE
#define LAB_COMPONENT
#define TABLE ushort
#else
#define TABLE uint
#endif

#ifdef LAB_COMPONENT
static inline uint position(const uint v) { return v * 8224 + ((v + 4) >> 3); }

static inline uint lab(const uint4 p, __global const TABLE *nodes)
{
	const uint pr = position(p.x), pg = position(p.y), pb = position(p.z);
	__global const ushort *node = nodes + (pr >> 16) * (33 * 33) + (pg >> 16) * 33 + (pb >> 16);
	// A key is a fraction with the step along its axis below it, so that sorting the fractions sorts the steps.
	const int kr = (pr & 0xffff) << 11 | 33 * 33, kg = (pg & 0xffff) << 11 | 33, kb = (pb & 0xffff) << 11 | 1;
	const int first = max(kr, max(kg, kb)), third = min(kr, min(kg, kb));
	const int second = kr + kg + kb - first - third;
	const int i1 = first & 2047, i2 = i1 + (second & 2047);
	const int n0 = node[0], n1 = node[i1], n2 = node[i2], n3 = node[33 * 33 + 33 + 1];
	const int rest = (n1 - n0) * (first >> 11) + (n2 - n1) * (second >> 11) + (n3 - n2) * (third >> 11) + 0x8001;
	const uint value = n0 + ((rest + (rest >> 16)) >> 16);
	return (value * 65281u + 8388608u) >> 24;
}
#endif

#if CHANNEL == CHANNEL_YUV_Y
// tables: for red, green and blue a factor, what is added and what more is added to 0; at last what is added to the sum.
static inline int part(const int i, __global const int *of) { return ((i * of[0] + of[1]) >> 16) + ((i - 1) >> 31 & of[2]); }
#endif

#if CHANNEL == CHANNEL_HSV_H
// Bit q: the reference's hue lies below q where the exact hue is q.
__constant uint LOW[8] = {
	0xfffffffeu, 0x00000000u, 0x11000000u, 0x00000111u, 0x222aaaaau, 0x23232222u, 0x00022222u, 0x00000000u,
};

// tables: 2^32 / (2 d) rounded up, for d = 1 to 255; the high word of the product is the exact quotient.
static inline uint hue(const int r, const int g, const int b, __global const uint *tables)
{
	const int high = max(r, max(g, b));
	const int d = high - min(r, min(g, b));
	const int sixths = r == high ? (g >= b ? g - b : 6 * d + g - b) : g == high ? 2 * d + b - r : 4 * d + r - g;
	const uint whole = 85 * sixths;
	const uint q = mul_hi(whole, tables[d]);
	return q * 2 * d == whole ? q - (LOW[q >> 5] >> (q & 31) & 1) : q;
}
#endif

#if IS_DISTANCE
// The number of colours; then for each what the bytes of L and the pairs of bytes of a and b add to the squared difference, whose
// scale is 51 * 51. The root is rounded to nearest.
static inline uint distance_of(const uint l, const uint pair, __global const int *colours)
{
	const int n = colours[0];
	__global const int *colour = colours + 1;
	int least = INT_MAX;
	for (int k = 0; k < n; k++, colour += 256 + 65536)
		least = min(least, colour[l] + colour[256 + pair]);
	int root = (int)(sqrt((float)least) / 51.0f + 0.5f);
	if ((2 * root - 1) * (2 * root - 1) * 2601 > 4 * least && root > 0)
		root--;
	if ((2 * root + 1) * (2 * root + 1) * 2601 < 4 * least)
		root++;
	return min(255, root);
}
#endif

static inline uint value_of(const uint4 p, __global const TABLE *tables)
{
#if IS_LAB
	return lab(p, tables);
#elif IS_LCH
	return ((__global const uchar *)(tables + 2 * NODES))[lab(p, tables) << 8 | lab(p, tables + NODES)];
#elif IS_DISTANCE
	const uint pair = lab(p, tables + NODES) << 8 | lab(p, tables + 2 * NODES);
	return distance_of(lab(p, tables), pair, (__global const int *)(tables + 3 * NODES));
#elif IS_STAIN
	const int sum = (int)tables[p.x] + (int)tables[256 + p.y] + (int)tables[512 + p.z];
	return clamp((sum + 32768) >> 16, 0, 255);
#elif CHANNEL == CHANNEL_RGB_R
	return p.x;
#elif CHANNEL == CHANNEL_ALPHA
	return 255;
#elif CHANNEL == CHANNEL_YUV_Y
	__global const int *parts = (__global const int *)tables;
	return min(255, ((part(p.x, parts) + part(p.y, parts + 3) + part(p.z, parts + 6)) >> 6) + parts[9]);
#elif CHANNEL == CHANNEL_HSV_H
	return hue(p.x, p.y, p.z, tables);
#elif CHANNEL == CHANNEL_HSV_S
	// tables: 2^24 / max rounded up, for max = 1 to 255; the high byte of the product is the exact quotient.
	const uint high = max(p.x, max(p.y, p.z));
	return (255 * (high - min(p.x, min(p.y, p.z))) * tables[high]) >> 24;
#elif CHANNEL == CHANNEL_HSV_V
	return max(p.x, max(p.y, p.z));
#else
#error "This channel has no formula here."
#endif
}

#define VALUE(i) value_of(PIXEL(i), tables)

#ifndef ON_CPU
// Whether four samples can be read at once where a group of four begins.
static inline int is_aligned(const ulong4 from) { return all((from & (ulong4)(3)) == (ulong4)(0)); }

#define FOUR(s, offset) (aligned ? *(__global const SAMPLES *)((s) + (offset) + i) : vload4(0, (s) + (offset) + i))

// The values of four pixels, the first of which is i.
static inline uchar4 values_at(SOURCES, const size_t i, const int aligned, __global const TABLE *tables)
{
	const SAMPLES first = FOUR(s0, from.x);
#ifdef PACKED
#define NTH(k) UNPACKED(first.k)
#else
	const SAMPLES second = FOUR(s1, from.y), third = FOUR(s2, from.z);
#define NTH(k) (uint4)(first.k, second.k, third.k, 0)
#endif
	return (uchar4)(
		value_of(NTH(x), tables), value_of(NTH(y), tables), value_of(NTH(z), tables), value_of(NTH(w), tables));
}
#endif

#ifdef ON_CPU
// A block of values is made before it is counted, so that the compiler can vectorise making it. Always inlined: PoCL 3.1
// counts nothing where it is a call.
#define BLOCK 256

static inline __attribute__((always_inline)) void make_and_count(
	SOURCES,
	const size_t first,
	const uint n,
	__global const TABLE *tables,
	__global uchar *values,
	__local uint *bins)
{
	uchar block[BLOCK];
	for (uint j = 0; j < n; j++)
		block[j] = VALUE(first + j);
	for (uint j = 0; j < n; j++)
		values[first + j] = block[j];
	for (uint j = 0; j < n; j++)
		count(FOURTH(bins, j), block[j], 1);
}
#endif

__kernel void channel_plane(
	SOURCES,
	const uint n,
	__global const TABLE *restrict tables,
	__global uchar *restrict values,
	__global uint *histogram)
{
	__local uint bins[COPIES * BINS];
	clear_bins(bins);
	__local uint *mine = COPY(bins);
#ifdef ON_CPU
	const size_t end = END(n);
	size_t i = FIRST(n);
	for (; i + BLOCK <= end; i += BLOCK)
		make_and_count(s0, s1, s2, from, i, BLOCK, tables, values, mine);
	make_and_count(s0, s1, s2, from, i, end - i, tables, values, mine);
#else
	const uint quads = n / 4;
	const int aligned = is_aligned(from);
	for (uint q = FIRST(quads); q < END(quads); q += STEP) {
		const size_t i = (size_t)q * 4;
		const uchar4 v = values_at(s0, s1, s2, from, i, aligned, tables);
		((__global uchar4 *)values)[q] = v;
		count(mine, v.x, 1);
		count(mine, v.y, 1);
		count(mine, v.z, 1);
		count(mine, v.w, 1);
	}
	if (TAIL(n, 4) < n) {
		const uint v = VALUE(TAIL(n, 4));
		values[TAIL(n, 4)] = v;
		count(mine, v, 1);
	}
#endif
	add_bins(bins, histogram);
}
