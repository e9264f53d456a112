package org.fingerpost.redirect.probes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Keeps the last report of each target server. Who may see it is asked of the target server. */
@ApplicationScoped
public class Probes {
    private final ProbeRows rows;
    private final ObjectMapper json;

    Probes(ProbeRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Transactional
    public void keep(Probe probe) {
        ProbeRow row = new ProbeRow();
        row.targetServerId = probe.targetServerId();
        row.at = probe.at();
        try {
            row.report = json.writeValueAsString(probe);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
        rows.getEntityManager().merge(row);
    }

    @Transactional
    public Optional<Probe> last(long targetServer) {
        return rows.findByIdOptional(targetServer).map(this::read);
    }

    private Probe read(ProbeRow row) {
        try {
            return json.readValue(row.report, Probe.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the report of target server " + row.targetServerId + " cannot be read", e);
        }
    }
}
