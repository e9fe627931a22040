// Where the kernel that counts reads its pixels: a buffer for each of red, green, blue and alpha, which may be the same for several,
// and an offset into each; ranges matter only for 16-bit and 32-bit data.
#define SOURCES \
	__global const SAMPLE *s0, __global const SAMPLE *s1, __global const SAMPLE *s2, __global const SAMPLE *s3, const ulong4 from, \
	const uint has_alpha, const float8 ranges
