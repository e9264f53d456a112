package org.fingerpost.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.firmware.Customer.ACME;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.FolderBlobs;
import org.fingerpost.firmware.holdings.Holding;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;

/** Who begins to hold a blob and the walk that would drop it, at the same moment. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(RedirectTopic.class)
class HoldingTest {
    private static final long SIZE = 11;
    private static final long LOCK = 0x626c6f6273L;

    @Inject Holding holding;
    @Inject Statements statements;
    @Inject BlobStore blobs;

    @Test
    void aWalkWaitsForWhoeverIsAboutToHoldAndThenLeavesTheBlob() throws IOException {
        Digest old = orphan("nobody's 01");

        CompletableFuture<Integer> walk =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            holding.begin();
                            CompletableFuture<Integer> sweeping =
                                    CompletableFuture.supplyAsync(HoldingTest::swept);
                            Soon.until(this::somebodyWaits, waits -> waits);
                            holding.mustHave(old, SIZE);
                            statements.run(
                                    "INSERT INTO companion (provider_id, name, digest, size, since)"
                                            + " VALUES (?, 'held.xml', ?, ?, now())",
                                    ACME.id(),
                                    old.hex(),
                                    SIZE);
                            return sweeping;
                        });

        assertThat(walk.join()).isEqualTo(200);
        assertThat(blobs.has(old, SIZE)).isTrue();
    }

    @Test
    void whoComesAfterTheWalkIsToldToSendItAgain() throws IOException {
        Digest old = orphan("nobody's 02");
        assertThat(swept()).isEqualTo(200);

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    holding.begin();
                                    holding.mustHave(old, SIZE);
                                }))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dropped meanwhile");
    }

    @Test
    void whoeverIsAboutToHoldDoesNotWaitForAWalkThatHangs() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    statements.list("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
                    assertThatThrownBy(() ->
                                    QuarkusTransaction.requiringNew().run(() -> holding.begin()))
                            .isInstanceOfSatisfying(
                                    Problem.class,
                                    problem -> assertThat(problem.status()).isEqualTo(503))
                            .hasMessageContaining("being swept");
                });
        QuarkusTransaction.requiringNew().run(() -> holding.begin());
    }

    private static int swept() {
        return RestAssured.given()
                .auth()
                .oauth2(Backends.OPERATOR_KEY)
                .post("/api/v1/store/sweep")
                .statusCode();
    }

    private boolean somebodyWaits() {
        return statements
                .list(
                        "SELECT count(*) > 0 FROM pg_locks"
                                + " WHERE locktype = 'advisory' AND NOT granted",
                        row -> row.getBoolean(1))
                .getFirst();
    }

    private Digest orphan(String content) throws IOException {
        try (BlobStore.Staged staged = blobs.stage(new ByteArrayInputStream(content.getBytes()))) {
            blobs.keep(staged);
            Files.setLastModifiedTime(
                    ((FolderBlobs) blobs).path(staged.digest()),
                    FileTime.from(Instant.now().minus(Duration.ofDays(3))));
            return staged.digest();
        }
    }
}
