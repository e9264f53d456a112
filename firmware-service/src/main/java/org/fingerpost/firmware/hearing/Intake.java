package org.fingerpost.firmware.hearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.firmware.compliance.Compliance;
import org.fingerpost.firmware.compliance.Heard;
import org.fingerpost.firmware.doors.Beat;
import org.fingerpost.firmware.doors.Doors;
import org.fingerpost.firmware.judging.Judging;
import org.fingerpost.firmware.rollouts.turn.Turn;

/** One batch in one transaction: no heartbeat is kept before the sightings that it speaks of. */
@ApplicationScoped
class Intake {
    private final Judging judging;
    private final Compliance compliance;
    private final Doors doors;
    private final Turn turn;

    Intake(Judging judging, Compliance compliance, Doors doors, Turn turn) {
        this.turn = turn;
        this.judging = judging;
        this.compliance = compliance;
        this.doors = doors;
    }

    @Transactional
    void take(List<byte[]> sightings, List<byte[]> heartbeats) {
        List<Heard> heard = sightings.stream().map(Heard::of).flatMap(Optional::stream).toList();
        turn.take();
        compliance.keep(heard);
        judging.keep(heard);
        Map<UUID, String> services = new HashMap<>();
        heard.forEach(each -> services.put(each.door(), each.service()));
        doors.meet(services);
        doors.hear(heartbeats.stream().map(Beat::of).flatMap(Optional::stream).toList());
    }
}
