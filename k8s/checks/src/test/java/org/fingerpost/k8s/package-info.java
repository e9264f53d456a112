/** The tests of the manifests. Each runs without a cluster, and none replaces one. */
package org.fingerpost.k8s;
