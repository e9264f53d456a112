package org.fingerpost.access;

/**
 * Resources that look themselves at who is calling, because their callers are foreign programs that
 * cannot send an API key. The gate lets requests for them pass; they have no {@link CurrentCaller},
 * and bound their bodies themselves.
 */
public interface OwnAdmission {
    /**
     * @param path normalized
     */
    boolean covers(String path);
}
