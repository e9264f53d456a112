/** What the services themselves say of their ports, settings, topics and groups; read, not run. */
package org.fingerpost.k8s.sources;
