package org.fingerpost.config.pins.lockouts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** After how many failures claims are refused unseen, until the window is over. */
@ConfigMapping(prefix = "fingerpost.claims")
interface LockoutsConfig {
    /**
     * From the first failure on. An hour: who has mistyped can wait for it, and a guesser has some
     * hundred guesses a day.
     */
    @WithDefault("PT1H")
    Duration window();

    /** People mistype once or twice; the fifth time they should be talking to somebody. */
    @WithDefault("5")
    @Min(1)
    int perCaller();

    /** The same: it is one phone and one person in front of it. */
    @WithDefault("5")
    @Min(1)
    int perMac();

    /** The same, whatever phone they try it from. */
    @WithDefault("5")
    @Min(1)
    int perNumber();

    /** Behind one address there may be an office whose phones are all set up today. */
    @WithDefault("20")
    @Min(1)
    int perAddress();

    /**
     * All failed calls of a provider's programs. Among ten thousand open PINs of eight digits one
     * guess in ten thousand is right: this is one in two days of trying without a pause.
     */
    @WithDefault("200")
    @Min(1)
    int allCalls();

    /**
     * All failures at a provider's page. Anybody can reach it: whoever uses them up closes the page
     * until the window is over, and the telephone stays open.
     */
    @WithDefault("100")
    @Min(1)
    int allAtPage();
}
