/**
 * A registry of a million ranges and the broker that its state lies in, for those who measure what
 * such a registry costs. Nothing is measured here.
 */
package org.fingerpost.bench.world;
