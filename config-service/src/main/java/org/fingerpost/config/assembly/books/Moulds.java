package org.fingerpost.config.assembly.books;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fingerpost.config.layers.Mould;
import org.fingerpost.config.offers.OfferBook;

/**
 * Moulds that were made, each good for as long as its provider offers the same firmware: another
 * provider's offers touch none of them.
 *
 * @param <K> what a mould is for
 */
final class Moulds<K> {
    private final Map<K, Made> made = new ConcurrentHashMap<>();

    private record Made(OfferBook.Offers under, Mould mould) {}

    /**
     * @param today what the provider offers, looked up before the mould is made
     */
    Mould get(K key, OfferBook.Offers today, Supplier<Mould> maker) {
        Made known = made.get(key);
        if (known != null && known.under == today) {
            return known.mould;
        }
        Mould fresh = maker.get();
        made.put(key, new Made(today, fresh));
        return fresh;
    }
}
