package sc.fiji.imagetomask.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sc.fiji.imagetomask.TestHome;
import sc.fiji.imagetomask.packaged.StandaloneJar;

/**
 * A standalone Spark cluster on this machine, from the jars that the tests are run with: a master, and workers. What runs on it is the standalone jar, submitted as users do.
 */
final class SparkCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int START_SECONDS = 60;

    /** What starts quickly: none of the processes works for long. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** What the standalone jar must bring itself: a Spark folder has none of them. */
    private static final List<String> NOT_OF_SPARK = List.of(
            "jocl",
            "picocli",
            "Image_To_Mask",
            "progressbar",
            "blosc-java",
            "scijava-common",
            "imglib2",
            "imageio-tiff",
            "ij-",
            "junit",
            "hadoop-client-minicluster");

    private final Path folder;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();
    private final List<Process> jobs = new ArrayList<>();

    /**
     * Starts the cluster and waits until its workers are there.
     *
     * @param folder for its files, which stay
     */
    SparkCluster(Path folder, int workers) throws IOException, InterruptedException {
        this(folder, workers, 1, List.of());
    }

    /**
     * The same with workers of several cores.
     *
     * @param settings of Spark for the workers, as options of Java
     */
    SparkCluster(Path folder, int workers, int cores, List<String> settings) throws IOException, InterruptedException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && NOT_OF_SPARK.stream().noneMatch(name::startsWith))
                if (Files.notExists(jars.resolve(name))) Files.createSymbolicLink(jars.resolve(name), jar);
        }
        port = freePort();
        master = start(
                "master",
                List.of(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "" + port,
                "--webui-port",
                "0");
        awaitLine("master", "New state: ALIVE", 1);
        for (int i = 0; i < workers; i++)
            this.workers.add(start(
                    "worker" + i,
                    settings,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HOST,
                    "--webui-port",
                    "0",
                    "--cores",
                    "" + cores,
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("work" + i).toString(),
                    url()));
        awaitLine("master", "Registering worker", workers);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private String url() {
        return "spark://" + HOST + ":" + port;
    }

    /** Submits the standalone jar; its output goes to {@link #log}. */
    Process submit(String name, String... arguments) throws IOException {
        return submit(name, List.of(), arguments);
    }

    /** The same with settings of Spark, each after {@code --conf}. */
    Process submit(String name, List<String> settings, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "--master",
                url(),
                "--executor-memory",
                "600m",
                "--conf",
                "spark.executor.extraJavaOptions=" + String.join(" ", QUICK),
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=" + HOST));
        words.addAll(settings);
        words.addAll(List.of(
                "--class",
                "sc.fiji.imagetomask.spark.ImageToMaskSpark",
                StandaloneJar.path().toString()));
        words.addAll(List.of(arguments));
        jobs.add(start(name, List.of(), "org.apache.spark.deploy.SparkSubmit", words.toArray(String[]::new)));
        return jobs.get(jobs.size() - 1);
    }

    /** What a process has printed up to now; {@code .out} or {@code .err} after its name. */
    String log(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private Process start(String name, List<String> settings, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                folder.resolve("home/jars") + "/*",
                main));
        command.addAll(List.of(arguments));
        command.addAll(1, TestHome.options());
        command.addAll(1, settings);
        command.addAll(1, QUICK);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private void awaitLine(String name, String text, int times) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (log(name + ".err").split(text, -1).length <= times) {
            if (System.nanoTime() > end || !master.isAlive()) {
                String log = log(name + ".err");
                close();
                throw new IOException("The " + name + " did not say '" + text + "': " + log);
            }
            Thread.sleep(50);
        }
    }

    /** The processes that compute, of all workers. */
    List<Long> executors() {
        return workers.stream()
                .flatMap(Process::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Kills a worker that has an executor, with it, in the middle of whatever they do. */
    void killBusyWorker() throws InterruptedException {
        Process worker = workers.stream()
                .filter(process -> process.descendants().findAny().isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No worker has an executor to kill."));
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        worker.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        List<ProcessHandle> all = Stream.of(jobs, workers, List.of(master))
                .flatMap(List::stream)
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) process.onExit().join();
        try (Stream<Path> links = Files.list(folder.resolve("home/jars"))) {
            for (Path link : links.toList()) Files.delete(link);
        }
    }
}
