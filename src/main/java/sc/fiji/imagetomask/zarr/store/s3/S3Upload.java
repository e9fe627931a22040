package sc.fiji.imagetomask.zarr.store.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The upload of a large object in parts; the object is there when all of them are. */
record S3Upload(S3Client client, String bucket, String key) {

    /** Bytes of a part. */
    static final int PART = 16 << 20;

    private static final String TYPE = "application/octet-stream";

    static RequestBody body(ByteBuffer bytes) {
        int start = bytes.arrayOffset() + bytes.position();
        int length = bytes.remaining();
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes.array(), start, length), length, TYPE);
    }

    /** Sends all bytes; if that fails, the parts that were sent are deleted. */
    Void of(ByteBuffer bytes) {
        String id =
                client.createMultipartUpload(of -> of.bucket(bucket).key(key)).uploadId();
        try {
            ByteBuffer all = bytes.slice();
            List<CompletedPart> parts = new ArrayList<>();
            for (int from = 0; from < all.limit(); from += PART)
                parts.add(part(id, parts.size() + 1, all.slice(from, Math.min(PART, all.limit() - from))));
            client.completeMultipartUpload(
                    of -> of.bucket(bucket).key(key).uploadId(id).multipartUpload(sent -> sent.parts(parts)));
            return null;
        } catch (SdkException e) {
            try {
                client.abortMultipartUpload(of -> of.bucket(bucket).key(key).uploadId(id));
            } catch (SdkException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    private CompletedPart part(String id, int number, ByteBuffer bytes) {
        UploadPartResponse sent =
                client.uploadPart(of -> of.bucket(bucket).key(key).uploadId(id).partNumber(number), body(bytes));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build();
    }

    /** Ends what other runs have begun of keys with that start, and did not end; servers may not tell or allow it. */
    static void endAll(S3Requests requests, String bucket, String start) throws IOException {
        try {
            requests.ask("s3://" + bucket + "/" + start, "deleted", client -> {
                client.listMultipartUploads(of -> of.bucket(bucket).prefix(start))
                        .uploads()
                        .forEach(begun -> client.abortMultipartUpload(
                                of -> of.bucket(bucket).key(begun.key()).uploadId(begun.uploadId())));
                return null;
            });
        } catch (S3Exception e) {
            // nobody sees them
        }
    }
}
