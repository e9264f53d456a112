package org.fingerpost.redirect.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What the operator says of the way out. */
@ConfigMapping(prefix = "fingerpost.egress")
interface EgressConfig {
    /** Blocks that may be spoken to although they are inside; none unless said. */
    Optional<List<Cidr>> allow();

    /**
     * Where TFTP and web servers are usually found. Others are closed, so that nobody uses this
     * service to knock at mail servers and the like in its name.
     */
    @WithDefault("69,80,443,8000-9999")
    List<PortRange> ports();
}
