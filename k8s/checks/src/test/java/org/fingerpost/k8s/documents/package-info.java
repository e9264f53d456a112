/**
 * Manifests as they are written, and as kustomize renders them. What is right in them, others say.
 */
package org.fingerpost.k8s.documents;
