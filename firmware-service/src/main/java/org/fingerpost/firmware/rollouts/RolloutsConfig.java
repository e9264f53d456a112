package org.fingerpost.firmware.rollouts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What bounds rollouts. */
@ConfigMapping(prefix = "fingerpost.firmware.rollouts")
interface RolloutsConfig {
    /** How many known phones a rollout may choose before a second person has to approve it. */
    @WithDefault("1000")
    long blastRadius();

    /** Of a provider, whatever their states: the rule of each is in every door's memory. */
    @WithDefault("100")
    int most();
}
