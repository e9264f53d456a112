package org.fingerpost.redirect.ranges.searching;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ImportsByHand;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.statements.Statements;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Every question has an index, which a hundred thousand ranges show. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ImportsByHand.class)
class RangeSearchTest {
    private static final long BLOCK = 0x74_0000_000000L;

    private static final String INSERT =
            """
            INSERT INTO mac_range (provider_id, target_server_id, first_mac, last_mac, state,
                                   reason, company, registered_at)
            SELECT ?, ?, ? + 16 * n, ? + 16 * n + 15,
                   CASE WHEN n % 100 = 0 THEN 'pending' WHEN n % 100 = 1 THEN 'rejected'
                        ELSE 'active' END,
                   CASE WHEN n % 100 = 1 THEN 'why' END, 'firm ' || n % 1000, now()
            FROM generate_series(?, ?) AS n
            """;

    @Inject AgroalDataSource dataSource;

    @Test
    void noQuestionReadsTheWholeTable() {
        // The machine may be busy: what is tested is the plan, not the time.
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            Statements statements = new Statements(dataSource);
            long provider = fill(statements);
            for (RangeFilter filter : filters(new Caller.OfProvider(provider))) {
                assertThat(plan(statements, filter)).doesNotContain("Seq Scan on mac_range");
            }
            for (RangeFilter filter : filters(new Caller.Operator())) {
                assertThat(plan(statements, filter)).doesNotContain("Seq Scan on mac_range");
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static List<RangeFilter> filters(Caller caller) {
        List<RangeFilter> all = new ArrayList<>();
        for (Registration.State state : Registration.State.values()) {
            all.add(filter(caller, Optional.of(state), Optional.empty(), Optional.empty()));
        }
        all.add(filter(caller, Optional.empty(), Optional.empty(), Optional.empty()));
        all.add(
                filter(
                        caller,
                        Optional.empty(),
                        Optional.of(new MacAddress(BLOCK + 500)),
                        Optional.empty()));
        all.add(filter(caller, Optional.empty(), Optional.empty(), Optional.of("firm 77")));
        all.add(
                new RangeFilter(
                        caller,
                        Optional.empty(),
                        Optional.of(1L),
                        Optional.empty(),
                        Optional.empty()));
        return all;
    }

    private static RangeFilter filter(
            Caller caller,
            Optional<Registration.State> state,
            Optional<MacAddress> mac,
            Optional<String> company) {
        return new RangeFilter(caller, state, Optional.empty(), mac, company);
    }

    private static String plan(Statements statements, RangeFilter filter) {
        RangeSearch.Question question = RangeSearch.question(filter, 0, 100);
        return String.join(
                "\n",
                statements.list(
                        "EXPLAIN " + question.sql(), row -> row.getString(1), question.values()));
    }

    private static long fill(Statements statements) {
        long provider =
                statements
                        .list(
                                "INSERT INTO provider (company_name, address, contact_email,"
                                        + " path_key, registered_at) VALUES ('a', 'b', 'c',"
                                        + " 'search-test', now()) RETURNING id",
                                row -> row.getLong(1))
                        .getFirst();
        long server =
                statements
                        .list(
                                "INSERT INTO target_server (provider_id, name, config_url,"
                                        + " firmware_url) VALUES (?, 'a', 'b', 'c') RETURNING id",
                                row -> row.getLong(1),
                                provider)
                        .getFirst();
        for (int from = 0; from < 100_000; from += 5000) {
            statements.run(INSERT, provider, server, BLOCK, BLOCK, from + 1, from + 5000);
        }
        statements.run("ANALYZE mac_range");
        return provider;
    }
}
