package org.fingerpost.gateway.plugandplay;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Who is answered: phones of the vendor's, at addresses that only a LAN has, each address once a
 * second and all together so many times a second.
 */
final class Neighbours {
    private static final long SECOND = 1_000_000_000L;

    /** A class B network of phones that boot together; whoever was longest silent is forgotten. */
    private static final int MOST_REMEMBERED = 65_536;

    private final Set<String> ouis;
    private final int aSecond;
    private final Map<InetAddress, Long> answered =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<InetAddress, Long> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    private long since;
    private int inThisSecond;

    /**
     * @param ouis six hex digits each, lower case
     * @param aSecond how many are answered
     */
    Neighbours(Set<String> ouis, int aSecond) {
        if (!ouis.stream().allMatch(oui -> oui.matches("[0-9a-f]{6}")) || aSecond < 1) {
            throw new IllegalArgumentException(
                    "fingerpost.plug-and-play.ouis are six hex digits each, its rate is 1 or more");
        }
        this.ouis = Set.copyOf(ouis);
        this.aSecond = aSecond;
    }

    /** Private (RFC 1918), link-local, or this machine; the group has IPv4 only. */
    static boolean inTheLan(InetAddress address) {
        return address instanceof Inet4Address
                && (address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isLoopbackAddress());
    }

    boolean isVendors(MacAddress mac) {
        return ouis.contains(mac.toString().substring(0, 6));
    }

    /** Counts an answer, if there may be one now. */
    boolean mayBeAnswered(InetAddress address, long nanos) {
        if (nanos - since >= SECOND || since == 0) {
            since = nanos == 0 ? 1 : nanos;
            inThisSecond = 0;
        }
        Long last = answered.get(address);
        if (inThisSecond >= aSecond || last != null && nanos - last < SECOND) {
            return false;
        }
        inThisSecond++;
        answered.remove(address);
        answered.put(address, nanos);
        return true;
    }
}
