package sc.fiji.imagetomask.zarr.store.s3;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.imagetomask.zarr.store.Patience;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The clients of the AWS SDK, one for each way of access, so that connections are used again. */
final class S3Clients {

    static {
        // SLF4J, by which the SDK logs, would say on standard error that nobody listens
        setIfMissing("slf4j.internal.verbosity", "ERROR");
        // Java keeps 5 connections for later, but more requests are under way at once
        setIfMissing("http.maxConnections", "32");
    }

    private record Kind(S3Access access, Patience patience) {}

    private static final Map<Kind, S3Client> ALL = new ConcurrentHashMap<>();

    private S3Clients() {}

    private static void setIfMissing(String property, String value) {
        if (System.getProperty(property) == null) System.setProperty(property, value);
    }

    static S3Client of(S3Access access, Patience patience) {
        return ALL.computeIfAbsent(new Kind(access, patience), S3Clients::made);
    }

    /**
     * At an endpoint the bucket is part of the path, and checksums are those that all servers know; at Amazon a bucket in
     * another region is found.
     */
    private static S3Client made(Kind kind) {
        Patience patience = kind.patience();
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(patience.silence()))
                .overrideConfiguration(of -> of.retryStrategy(retries(patience)))
                .region(region())
                .credentialsProvider(
                        kind.access().isAnonymous()
                                ? AnonymousCredentialsProvider.create()
                                : DefaultCredentialsProvider.builder().build());
        return kind.access().endpoint() == null
                ? client.crossRegionAccessEnabled(true).build()
                : client.endpointOverride(kind.access().endpoint())
                        .forcePathStyle(true)
                        .addPlugin(LegacyMd5Plugin.create())
                        .build();
    }

    /** As long as another server of the web is waited for, however many requests went wrong before. */
    private static StandardRetryStrategy retries(Patience patience) {
        BackoffStrategy pauses = BackoffStrategy.exponentialDelay(patience.pause(), patience.longestPause());
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(patience.attempts())
                .retryOnException(IllegalArgumentException.class) // what was received is no HTTP
                .backoffStrategy(pauses)
                .throttlingBackoffStrategy(pauses)
                .circuitBreakerEnabled(false)
                .build();
    }

    private static Region region() {
        try {
            return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1; // none is set
        }
    }
}
