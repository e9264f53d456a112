package org.fingerpost.replica;

import java.time.Duration;
import org.jboss.logging.Logger;

/** The few lines an operator reads: each state is told once, when it begins. */
final class Story {
    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final String topic;
    private boolean away;
    private boolean missing;
    private boolean emptied;
    private long loadingSince = System.nanoTime();

    Story(String topic) {
        this.topic = topic;
    }

    void found(long keys) {
        LOG.infof("%s: %d keys on disk", topic, keys);
    }

    void away(String why) {
        if (!away) {
            away = true;
            LOG.warnf("%s: cannot follow Kafka and will try again until it can: %s", topic, why);
        }
    }

    void noTopic() {
        if (!missing) {
            missing = true;
            LOG.infof("%s: Kafka has no such topic yet", topic);
        }
    }

    void here() {
        if (away) {
            LOG.infof("%s: Kafka is back", topic);
        }
        away = false;
        missing = false;
    }

    void loading() {
        loadingSince = System.nanoTime();
    }

    void emptied() {
        if (!emptied) {
            emptied = true;
            LOG.errorf(
                    "%s: the topic is new and empty; the old table answers until it is told again",
                    topic);
        }
    }

    void loaded(long keys) {
        emptied = false;
        Duration taken = Duration.ofNanos(System.nanoTime() - loadingSince);
        LOG.infof("%s: %d keys loaded in %d ms", topic, keys, taken.toMillis());
    }

    void startingOver(String why) {
        LOG.infof("%s: a new table is read from the beginning: %s", topic, why);
    }
}
