/** How a door speaks TLS: with which engine, not with which certificate. */
package org.fingerpost.door.tls;
