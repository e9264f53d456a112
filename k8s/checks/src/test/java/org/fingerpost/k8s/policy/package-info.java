/**
 * What somebody who runs clusters would say to a manifest that every cluster takes: who may be
 * root, what a probe may restart, whether names find what they mean, where phones and operators
 * come in.
 */
package org.fingerpost.k8s.policy;
