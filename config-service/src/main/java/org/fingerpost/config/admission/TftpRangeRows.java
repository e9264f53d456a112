package org.fingerpost.config.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;

/** Changed by whoever holds the lock of the provider's {@link AdmissionRow}. */
@ApplicationScoped
class TftpRangeRows implements PanacheRepositoryBase<TftpRangeRow, TftpRangeRow.Key> {

    /** In the order of their addresses. */
    List<Span> of(long provider) {
        return list("providerId", Sort.by("first"), provider).stream()
                .map(row -> new Span(new MacAddress(row.first), new MacAddress(row.last)))
                .toList();
    }

    void replace(long provider, List<Span> ranges) {
        delete("providerId", provider);
        for (Span range : ranges) {
            TftpRangeRow row = new TftpRangeRow();
            row.providerId = provider;
            row.first = range.first().bits();
            row.last = range.last().bits();
            persist(row);
        }
    }
}
