// Reads what Image To Mask wrote, and writes what it must read.
//   node zarrita.mjs read  MODULES FOLDER   every image in FOLDER; its values go to IMAGE.LEVEL.raw beside it
//   node zarrita.mjs plate MODULES FOLDER   every field of every plate in FOLDER
//   node zarrita.mjs fetch MODULES FOLDER   every image in FOLDER, from the server whose address is in the file SERVER there
//   node zarrita.mjs write MODULES FOLDER   arrays with all codecs that zarrita encodes, each with its values in ARRAY.raw beside it
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [mode, modules, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(resolve(modules, "node_modules", name)));
const zarr = await load("zarrita/dist/src/index.js");
const { default: FileSystemStore } = await load("@zarrita/storage/dist/src/fs.js");
const { default: FetchStore } = await load("@zarrita/storage/dist/src/fetch.js");
const server = existsSync(join(folder, "SERVER")) ? readFileSync(join(folder, "SERVER"), "utf8") : null;

const bytes = (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

async function read(name) {
  const store = mode === "fetch" ? new FetchStore(`${server}/${name}`) : new FileSystemStore(join(folder, name));
  const group = await zarr.open(zarr.root(store), { kind: "group" });
  const ome = group.attrs.ome ?? group.attrs;
  for (const { path } of ome.multiscales[0].datasets) {
    const array = await zarr.open(group.resolve(path), { kind: "array" });
    const { data, shape } = await zarr.get(array);
    writeFileSync(join(folder, `${name}.${path}.raw`), bytes(data));
    console.log([name, path, array.dtype, shape.join("x")].join(" "));
  }
}

// Every field of the plate in FOLDER: its largest resolution goes to ROW-COLUMN-FIELD.raw beside it.
async function readPlate(name) {
  const root = zarr.root(new FileSystemStore(join(folder, name)));
  const says = async (at) => (await zarr.open(at, { kind: "group" })).attrs;
  const { plate } = ((attrs) => attrs.ome ?? attrs)(await says(root));
  for (const { path } of plate.wells) {
    const { well } = ((attrs) => attrs.ome ?? attrs)(await says(root.resolve(path)));
    for (const image of well.images) {
      const field = `${path}/${image.path}`;
      const { multiscales } = ((attrs) => attrs.ome ?? attrs)(await says(root.resolve(field)));
      const array = await zarr.open(root.resolve(`${field}/${multiscales[0].datasets[0].path}`), { kind: "array" });
      writeFileSync(join(folder, `${name}.${field.replaceAll("/", "-")}.raw`), bytes((await zarr.get(array)).data));
      console.log([name, field, plate.rows.length, plate.columns.length].join(" "));
    }
  }
}

const types = { uint8: Uint8Array, uint16: Uint16Array, int16: Int16Array, float32: Float32Array, float64: Float64Array };
const shape = [3, 19, 23];
const chunkShape = [2, 8, 8];

function* codecs(typesize) {
  const little = { name: "bytes", configuration: { endian: "little" } };
  yield ["bytes", [little]];
  yield ["none", []];
  yield ["big", [{ name: "bytes", configuration: { endian: "big" } }]];
  yield ["transpose", [{ name: "transpose", configuration: { order: [2, 0, 1] } }, little]];
  yield ["zstd", [little, { name: "zstd", configuration: { level: 3, checksum: false } }]];
  for (const cname of ["blosclz", "lz4", "lz4hc", "zlib", "zstd"])
    for (const shuffle of ["noshuffle", "shuffle", "bitshuffle"])
      yield [
        `blosc-${cname}-${shuffle}`,
        [little, { name: "blosc", configuration: { cname, clevel: 5, shuffle, typesize, blocksize: 0 } }],
      ];
}

async function write(name, dtype, codecs, chunkSeparator) {
  const Values = types[dtype];
  const data = new Values(shape[0] * shape[1] * shape[2]);
  for (let i = 0; i < data.length; i++) data[i] = (i * i) % 251;
  const root = zarr.root(new FileSystemStore(join(folder, name)));
  const array = await zarr.create(root, { shape, chunkShape, dtype, codecs, chunkSeparator, fillValue: 0 });
  await zarr.set(array, null, { data, shape, stride: [shape[1] * shape[2], shape[2], 1] });
  writeFileSync(join(folder, `${name}.raw`), bytes(data));
}

if (mode === "read" || mode === "fetch") {
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).isDirectory()) await read(name);
} else if (mode === "plate") {
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).isDirectory()) await readPlate(name);
} else {
  for (const dtype of Object.keys(types))
    for (const [codec, list] of codecs(types[dtype].BYTES_PER_ELEMENT))
      for (const [dot, separator] of [["dot", "."], ["slash", "/"]]) {
        const name = `${dtype}-${codec}-${dot}`;
        await write(name, dtype, list, separator);
        console.log(name);
      }
}
