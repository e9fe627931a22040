/*
 * A driver of OpenCL that offers a GPU which can do nothing. The variable FAKE_DRIVER says where it fails and how:
 * platforms-abort, platforms-hang, devices-abort, devices-hang; or, with devices-gone, that it has no GPU any more.
 *
 * Its objects start with a table of functions, in the order of the ICD extension (cl_khr_icd of the OpenCL specification).
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TABLE_SIZE = 256, NOT_FOUND = -1, OUT_OF_HOST_MEMORY = -6, INVALID_VALUE = -30, INVALID_OPERATION = -59 };

typedef struct {
    void **table;
} object;

static void *table[TABLE_SIZE];
static object platform = {table}, device = {table};

static void fault(const char *step) {
    const char *wanted = getenv("FAKE_DRIVER");
    size_t length = strlen(step);
    if (!wanted || strncmp(wanted, step, length)) return;
    if (!strcmp(wanted + length, "-abort")) abort();
    while (!strcmp(wanted + length, "-hang")) sleep(1);
}

static int32_t answer(const void *value, size_t length, size_t size, void *out, size_t *needed) {
    if (needed) *needed = length;
    if (!out) return 0;
    if (size < length) return INVALID_VALUE;
    memcpy(out, value, length);
    return 0;
}

static int32_t text(const char *value, size_t size, void *out, size_t *needed) {
    return answer(value, strlen(value) + 1, size, out, needed);
}

static int32_t number(uint64_t value, size_t length, size_t size, void *out, size_t *needed) {
    return answer(&value, length, size, out, needed);
}

static int32_t platforms(uint32_t room, object **out, uint32_t *count) {
    fault("platforms");
    if (count) *count = 1;
    if (out && room) *out = &platform;
    return 0;
}

int32_t clGetPlatformInfo(object *of, uint32_t what, size_t size, void *out, size_t *needed) {
    switch (what) {
    case 0x900: return text("FULL_PROFILE", size, out, needed);
    case 0x901: return text("OpenCL 3.0 fake", size, out, needed);
    case 0x902: return text("Fake platform", size, out, needed);
    case 0x903: return text("Fake vendor", size, out, needed);
    case 0x904: return text("cl_khr_icd", size, out, needed);
    case 0x920: return text("FAKE", size, out, needed);
    default: return INVALID_VALUE;
    }
}

static int32_t devices(object *of, uint64_t types, uint32_t room, object **out, uint32_t *count) {
    fault("devices");
    const char *wanted = getenv("FAKE_DRIVER");
    int isGone = wanted && !strcmp(wanted, "devices-gone");
    int isWanted = (types & 5) != 0 && !isGone; /* GPU or default */
    if (count) *count = isWanted;
    if (!isWanted) return NOT_FOUND;
    if (out && room) *out = &device;
    return 0;
}

static int32_t info(object *of, uint32_t what, size_t size, void *out, size_t *needed) {
    switch (what) {
    case 0x1000: return number(4, 8, size, out, needed);       /* type: GPU */
    case 0x1002: return number(8, 4, size, out, needed);       /* compute units */
    case 0x1004: return number(256, 8, size, out, needed);     /* work-items in a group */
    case 0x100C: return number(1000, 4, size, out, needed);    /* MHz */
    case 0x1010: return number(1 << 28, 8, size, out, needed); /* largest buffer */
    case 0x101B: return number(0xbf, 8, size, out, needed);    /* arithmetic of floats */
    case 0x101F: return number(1 << 30, 8, size, out, needed); /* memory */
    case 0x1026:                                               /* little endian */
    case 0x1027:                                               /* available */
    case 0x1028: return number(1, 4, size, out, needed);       /* has a compiler */
    case 0x102B: return text("Fake GPU", size, out, needed);
    case 0x102C: return text("Fake vendor", size, out, needed);
    case 0x102D: return text("1.0", size, out, needed);
    case 0x102F: return text("OpenCL 3.0 fake", size, out, needed);
    default: return INVALID_VALUE;
    }
}

static void *context(const void *properties, uint32_t n, void *of, void *notify, void *data, int32_t *status) {
    if (status) *status = OUT_OF_HOST_MEMORY;
    return NULL;
}

static int32_t nothing(void) {
    return INVALID_OPERATION;
}

__attribute__((constructor)) static void fill(void) {
    for (int i = 0; i < TABLE_SIZE; i++) table[i] = (void *)nothing;
    table[0] = (void *)platforms;
    table[1] = (void *)clGetPlatformInfo;
    table[2] = (void *)devices;
    table[3] = (void *)info;
    table[4] = (void *)context;
}

void *clGetExtensionFunctionAddress(const char *name) {
    if (!strcmp(name, "clIcdGetPlatformIDsKHR")) return (void *)platforms;
    if (!strcmp(name, "clGetPlatformInfo")) return (void *)clGetPlatformInfo;
    return NULL;
}

int32_t clIcdGetPlatformIDsKHR(uint32_t room, object **out, uint32_t *count) {
    return platforms(room, out, count);
}
