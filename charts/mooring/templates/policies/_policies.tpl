{{/* The account that makes mirrors and writes labels and status; nobody else does. */}}
{{- define "mooring.controllerAccount" -}}
system:serviceaccount:{{ .Release.Namespace }}:mooring-controller
{{- end }}

{{/* The account that writes heartbeats. */}}
{{- define "mooring.webhookAccount" -}}
system:serviceaccount:{{ .Release.Namespace }}:mooring-webhook
{{- end }}

{{/* All namespaces but our own, where objects of our kinds are heartbeats and mean nothing. */}}
{{- define "mooring.isNotOurNamespace" -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values: [{{ .Release.Namespace }}]
{{- end }}

{{/* The metadata of a policy and of its binding: dict "root" $ "name" "mooring-…" "keep" true, where it outlives the release. */}}
{{- define "mooring.policyMetadata" -}}
name: {{ .name }}
labels:
  {{- include "mooring.labels" .root | nindent 2 }}
  app.kubernetes.io/component: policies
{{- if .keep }}
annotations:
  helm.sh/resource-policy: keep
{{- end }}
{{- end }}

{{/* Puts a policy in force, with the same arguments. Without Audit there would be no audit annotations. */}}
{{- define "mooring.policyBinding" -}}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  {{- include "mooring.policyMetadata" . | nindent 2 }}
spec:
  policyName: {{ .name }}
  validationActions: [Deny, Audit]
{{- end }}

{{/* CEL: our controller is not the one who asks. */}}
{{- define "mooring.isNotOurController" -}}
request.userInfo.username != '{{ include "mooring.controllerAccount" . }}'
{{- end }}

{{/* CEL: the namespace of the request is labelled as a scope's. */}}
{{- define "mooring.isInAScope" -}}
namespaceObject.metadata.?labels.orValue({})[?'mooring.dev/scope'].orValue('') in ['project', 'department', 'cluster']
{{- end }}

{{/* CEL: the name is one of a mirror claim. */}}
{{- define "mooring.isMirrorName" -}}
{{ . }}.matches('^dv(rw)?[.]')
{{- end }}

{{/* CEL: the claim or volume is of the mirrors' class. The annotation of old counts first for the binder. */}}
{{- define "mooring.isOfMirrorClass" -}}
({{ . }}.?metadata.annotations[?'volume.beta.kubernetes.io/storage-class'].orValue('') == 'mooring-mirror'
{{- " || " }}{{ . }}.?spec.storageClassName.orValue('') == 'mooring-mirror')
{{- end }}

{{/* CEL: the claim selects volumes by labels that only mirrors have. */}}
{{- define "mooring.selectsMirrors" -}}
({{ . }}.?spec.selector.matchLabels.orValue({}).exists(k, k.startsWith('mooring.dev/'))
{{- " || " }}{{ . }}.?spec.selector.matchExpressions.orValue([]).exists(e, e.key.startsWith('mooring.dev/')))
{{- end }}

{{/* CEL: the names of the claims that the claim is to be a copy of; empty strings where there is none. */}}
{{- define "mooring.copiedClaims" -}}
[{{ . }}.?spec.dataSource.kind.orValue('') == 'PersistentVolumeClaim' ? {{ . }}.?spec.dataSource.name.orValue('') : ''
{{- ", " }}{{ . }}.?spec.dataSourceRef.kind.orValue('') == 'PersistentVolumeClaim' ? {{ . }}.?spec.dataSourceRef.name.orValue('') : '']
{{- end }}

{{/* CEL: the template makes a claim that only our controller may make, or a copy of a mirror. */}}
{{- define "mooring.makesReservedClaim" -}}
({{ include "mooring.isOfMirrorClass" . }}
{{- " || " }}{{ . }}.?spec.volumeName.orValue('').startsWith('mooring-')
{{- " || " }}{{ include "mooring.selectsMirrors" . }}
{{- " || " }}{{ include "mooring.copiedClaims" . }}.exists(c, {{ include "mooring.isMirrorName" "c" }}))
{{- end }}

{{/* CEL, as variables: which of our keys somebody else adds, changes or takes away in a map of the metadata. */}}
{{- define "mooring.changedKeys" -}}
- name: {{ .map }}Now
  expression: object.metadata.?{{ .map }}.orValue({})
- name: {{ .map }}Before
  expression: "oldObject == null ? {} : oldObject.metadata.?{{ .map }}.orValue({})"
- name: {{ .map }}
  expression: >-
    variables.{{ .map }}Now.filter(k, k.startsWith('mooring.dev/')
    && (!(k in variables.{{ .map }}Before) || variables.{{ .map }}Now[k] != variables.{{ .map }}Before[k]))
    + variables.{{ .map }}Before.filter(k, k.startsWith('mooring.dev/') && !(k in variables.{{ .map }}Now))
{{- end }}

{{/* CEL: what the authorizer says about sharing in the namespace of a share's target. */}}
{{- define "mooring.mayShareInTarget" -}}
authorizer.group('mooring.dev').resource('datavolumeshares').namespace(object.spec.scope.namespace).check('create')
{{- end }}

{{/* CEL: what the authorizer says about giving the role of an access rule in the rule's namespace. */}}
{{- define "mooring.mayGiveRole" -}}
authorizer.group('rbac.authorization.k8s.io').resource('clusterroles').namespace(request.namespace).name(object.spec.role).check('bind')
{{- end }}
