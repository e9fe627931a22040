// One channel of 8-bit pixels, with its histogram. Built once for each kind of channel and source; channels that differ only in their
// tables, or in what they read, share a kernel:
//   CHANNEL  the channel that gives the kernel its name: CHANNEL_ and its name in the enum
//   PACKED   defined: pixels are packed 0xAARRGGBB, else red, green and blue are bytes of their own
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
#if IS_LAB || IS_LCH || IS_DISTANCE
#define TABLE ushort
#else
#define TABLE uint
#endif

static inline uint value_of(const uint4 p, __global const TABLE *tables)
{
#if IS_LAB
	return lab(p, tables);
#elif IS_LCH
	return ((__global const uchar *)(tables + 2 * NODES))[lab_pair(p, tables, tables + NODES)];
#elif IS_DISTANCE
	return distance_of(
		lab(p, tables), lab_pair(p, tables + NODES, tables + 2 * NODES), (__global const int *)(tables + 3 * NODES));
#elif IS_STAIN
	return stain(p, (__global const int *)tables);
#elif CHANNEL == CHANNEL_RGB_R
	return p.x;
#elif CHANNEL == CHANNEL_ALPHA
	return 255;
#elif CHANNEL == CHANNEL_YUV_Y
	return yuv(p, (__global const int *)tables);
#elif CHANNEL == CHANNEL_HSV_H
	return hue(p.x, p.y, p.z, tables);
#elif CHANNEL == CHANNEL_HSV_S
	return saturation(p, tables);
#elif CHANNEL == CHANNEL_HSV_V
	return largest(p);
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
