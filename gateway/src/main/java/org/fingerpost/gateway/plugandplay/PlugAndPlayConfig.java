package org.fingerpost.gateway.plugandplay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Plug and play in the LAN. */
@ConfigMapping(prefix = "fingerpost.plug-and-play")
public interface PlugAndPlayConfig {
    /** Whoever answers first in a LAN has its phones: somebody has to want it. */
    @WithDefault("false")
    boolean enabled();

    /** The folder that phones are told; must be there if it is enabled. */
    Optional<String> url();

    /** The group that phones ask, or one address of this machine. */
    @WithDefault("224.0.1.75")
    String address();

    /** 0 for any free one. */
    @WithDefault("5060")
    int port();

    /** The network in which the group is joined, as {@code eth0}; else the system's own choice. */
    Optional<String> networkInterface();

    /** The first six hex digits of the MACs that are answered. */
    @WithDefault("000b82,c074ad,ec74d7,144cff")
    Set<String> ouis();

    /** How many phones a second. */
    @WithDefault("50")
    int rate();
}
